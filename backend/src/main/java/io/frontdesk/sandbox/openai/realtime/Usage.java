package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a response cost, by kind of token.
///
/// @param cached the part of the input that had been sent before
record Usage(Tokens input, Tokens cached, Tokens output) {

  ObjectNode json() {
    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    usage.put("total_tokens", input.total() + output.total());
    usage.put("input_tokens", input.total()).put("output_tokens", output.total());
    ObjectNode in = kinds(usage.putObject("input_token_details"), input).put("image_tokens", 0);
    in.put("cached_tokens", cached.total());
    kinds(in.putObject("cached_tokens_details"), cached).put("image_tokens", 0);
    kinds(usage.putObject("output_token_details"), output);
    return usage;
  }

  private static ObjectNode kinds(ObjectNode json, Tokens tokens) {
    return json.put("text_tokens", tokens.text()).put("audio_tokens", tokens.audio());
  }
}

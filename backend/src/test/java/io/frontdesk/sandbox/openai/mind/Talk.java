package io.frontdesk.sandbox.openai.mind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// A conversation with the model, for tests: what it replies becomes part of what it remembers.
final class Talk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String instructions;
  private final List<Tool> tools;
  private final List<Message> messages = new ArrayList<>();
  private ToolChoice choice = new ToolChoice.Auto();
  private int calls;

  Talk(String instructions, Tool... tools) {
    this.instructions = instructions;
    this.tools = List.of(tools);
  }

  static Tool tool(String name, String description, String properties, String... required) {
    try {
      String list = JSON.writeValueAsString(required);
      String schema =
          "{\"type\":\"object\",\"properties\":{%s},\"required\":%s}".formatted(properties, list);
      return new Tool(name, description, JSON.readTree(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Talk choosing(ToolChoice choice) {
    this.choice = choice;
    return this;
  }

  Talk with(Message message) {
    messages.add(message);
    return this;
  }

  /// What the model says to these words.
  String hears(String words) {
    messages.add(new Message.Caller(words));
    return says();
  }

  /// What the model says now.
  String says() {
    Reply reply = reply();
    assertThat(reply).isInstanceOf(Reply.Say.class);
    String words = ((Reply.Say) reply).text();
    messages.add(new Message.Said(words));
    return words;
  }

  /// The caller talks over the model's last words: this is what was heard of them.
  void cutAt(String heard) {
    messages.set(messages.size() - 1, new Message.Said(heard));
  }

  /// The function that the model calls on these words, as `name {arguments}`.
  String does(String words) {
    messages.add(new Message.Caller(words));
    return calls();
  }

  String calls() {
    Reply reply = reply();
    assertThat(reply).isInstanceOf(Reply.Call.class);
    Reply.Call call = (Reply.Call) reply;
    messages.add(new Message.Called("call_" + ++calls, call.name()));
    return call.name() + " " + call.arguments();
  }

  /// What the model says to what its last call gave back.
  String learns(String output) {
    messages.add(new Message.Returned("call_" + calls, output));
    return says();
  }

  /// What the model says if one response brings instructions of its own.
  String toldTo(String override) {
    Reply reply = ScriptlessModel.reply(new Prompt(override, true, tools, choice, messages));
    messages.add(new Message.Said(((Reply.Say) reply).text()));
    return ((Reply.Say) reply).text();
  }

  private Reply reply() {
    return ScriptlessModel.reply(new Prompt(instructions, false, tools, choice, messages));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

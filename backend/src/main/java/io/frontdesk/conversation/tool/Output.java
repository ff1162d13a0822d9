package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the model is answered: `ok`, what to `say` to the caller and, if a value must be asked
/// again, whose `argument` it is.
final class Output {
  private Output() {}

  /// It is done.
  static ObjectNode done(String say) {
    return output(true, say);
  }

  /// It cannot be done with this value of an argument.
  /// @param say the question that gets a better one
  static ObjectNode again(String argument, String say) {
    return output(false, say).put("argument", argument);
  }

  /// It cannot be done.
  /// @param error why, for the model
  static ObjectNode failed(String say, String error) {
    return output(false, say).put("error", error);
  }

  private static ObjectNode output(boolean ok, String say) {
    return JsonNodeFactory.instance.objectNode().put("ok", ok).put("say", say);
  }
}

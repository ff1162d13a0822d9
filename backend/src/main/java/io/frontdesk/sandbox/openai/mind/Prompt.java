package io.frontdesk.sandbox.openai.mind;

import java.util.List;
import java.util.stream.Stream;

/// All that a model knows when it is asked for a reply.
///
/// @param instructions the session's, or the response's own if it brings some
/// @param override whether the instructions are for this one response only
/// @param tools in the order in which they were given
/// @param messages the conversation, oldest first
public record Prompt(
    String instructions,
    boolean override,
    List<Tool> tools,
    ToolChoice toolChoice,
    List<Message> messages) {

  /// The texts in which the operator told the model things, the instructions first.
  List<String> told() {
    Stream<String> notes =
        messages.stream()
            .mapMulti(
                (message, text) -> {
                  if (message instanceof Message.Note(String note)) {
                    text.accept(note);
                  }
                });
    return Stream.concat(Stream.of(instructions), notes).toList();
  }
}

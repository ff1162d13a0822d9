package io.frontdesk.voice.turnbased;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.Recap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a chat model is told before it answers.
final class Briefing {
  private static final String MEDIUM =
      """

      # How you are heard

      - What you write is read out to the caller word for word: plain sentences, and nothing else. No
        Markdown, no lists, no stage directions, no markup.
      - What the caller says was written down by a machine, which may have misheard: ask if it makes no
        sense.
      - The caller may press keys of the telephone instead of speaking: you are told which.
      """;

  private Briefing() {}

  /// @param prompt what the receptionist is told before every call
  /// @param turns what has been said and done; somebody called last
  /// @param untold what was done and never spoken of
  /// @param meanwhile what happened while the line was elsewhere; null if nothing did
  static List<ChatMessage> of(
      String prompt, List<Turn> turns, List<ToolCall> untold, @Nullable String meanwhile) {
    var recap = new Recap();
    turns.forEach(recap::add);
    if (!untold.isEmpty()) {
      recap.add(
          new Turn(0, Speaker.SYSTEM, "", null, false, untold, Instant.EPOCH, Instant.EPOCH, null));
    }
    var instructions = new StringBuilder(prompt).append(MEDIUM);
    if (meanwhile != null) {
      instructions.append("\n# What happened meanwhile\n\n").append(meanwhile).append('\n');
    }
    var talk = new ArrayList<ChatMessage>();
    for (Recap.Part part : recap.parts()) {
      switch (part) {
        case Recap.Part.Said(Speaker speaker, String text) -> {
          switch (speaker) {
            case SYSTEM -> instructions.append('\n').append(text);
            case CALLER -> talk.add(UserMessage.from(text));
            case RECEPTIONIST -> {
              if (talk.isEmpty()) { // some models expect that the caller speaks first
                instructions.append("\n# What you said first\n\n").append(text).append('\n');
              } else {
                talk.add(AiMessage.from(text));
              }
            }
          }
        }
        case Recap.Part.Did(ToolCall call) -> {
          talk.add(AiMessage.from(request(call)));
          talk.add(result(call));
        }
      }
    }
    var messages = new ArrayList<ChatMessage>();
    messages.add(SystemMessage.from(instructions.toString()));
    messages.addAll(talk);
    return messages;
  }

  private static ToolExecutionRequest request(ToolCall call) {
    var given = call.arguments();
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.tool())
        .arguments(given.isTextual() ? given.asText() : given.toString())
        .build();
  }

  private static ChatMessage result(ToolCall call) {
    return ToolExecutionResultMessage.from(call.id(), call.tool(), call.output().toString());
  }
}

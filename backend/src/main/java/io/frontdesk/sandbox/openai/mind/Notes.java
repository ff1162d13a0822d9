package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers that are noted with a function of their own, because they are spelled: noted, read back
/// by what the function says, and noted again once the caller agrees.
final class Notes {
  private final Optional<Tool> tool;
  private @Nullable Slot heard;
  private @Nullable Slot underWay;
  private @Nullable Slot readBack;
  private @Nullable Slot agreed;

  /// @param tools all functions there are
  Notes(List<Tool> tools) {
    this.tool = tools.stream().filter(Tool::notesAnswers).findFirst();
  }

  boolean isTheirs(@Nullable String function) {
    return tool.filter(one -> one.name().equals(function)).isPresent();
  }

  /// The caller has answered this question.
  void answered(Slot question) {
    heard = question.spelled() && tool.isPresent() ? question : null;
  }

  /// The function is called.
  void called() {
    underWay = agreed == null ? heard : agreed;
    heard = null;
    agreed = null;
  }

  /// What came of it.
  ///
  /// @return the question whose answer is of no use; empty if it is noted
  Optional<Slot> returned(Outcome outcome) {
    Slot noted = underWay;
    underWay = null;
    if (noted != null && outcome.ok() && outcome.say().strip().endsWith("?")) {
      readBack = noted;
    }
    return outcome.ok() ? Optional.empty() : Optional.ofNullable(noted);
  }

  /// Whether the caller is being asked if an answer was understood.
  boolean isReadBack() {
    return readBack != null;
  }

  /// The caller says whether it was.
  ///
  /// @return the question to be asked again; empty if they agree
  Optional<Slot> judged(String words) {
    Slot judged = readBack;
    readBack = null;
    if (Phrases.agrees(words)) {
      agreed = judged;
      return Optional.empty();
    }
    return Optional.ofNullable(judged);
  }

  /// What is to be noted now.
  Optional<Reply.Call> due(Answers answers) {
    Slot question = agreed == null ? heard : agreed;
    if (question == null || tool.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode arguments =
        JsonNodeFactory.instance
            .objectNode()
            .put("key", question.path().getLast())
            .put("value", answers.to(question).orElse(""));
    if (agreed != null) {
      tool.get().arguments().stream()
          .filter(slot -> slot.optional() && slot.key().startsWith("confirm"))
          .findFirst()
          .filter(slot -> !slot.choices().isEmpty())
          .ifPresent(slot -> arguments.put(slot.path().getLast(), slot.choices().getFirst()));
    }
    return Optional.of(new Reply.Call(tool.get().name(), arguments));
  }
}

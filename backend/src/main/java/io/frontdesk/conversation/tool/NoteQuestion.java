package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.knowledge.QuestionBox;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Collects a question that nobody could answer, for the business to answer once and for all.
@Singleton
class NoteQuestion implements Tool {
  private static final Parameters PARAMETERS =
      Parameters.of(Parameter.required("question", 300, "What the caller wants to know, in full."));

  private final QuestionBox box;

  NoteQuestion(QuestionBox box) {
    this.box = box;
  }

  @Override
  public String name() {
    return "note_question";
  }

  @Override
  public String description() {
    return "Notes a question about the business that nothing you were told answers, so that it can"
        + " be answered next time.";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public ObjectNode run(OnCall on, Arguments arguments) {
    return noted(box, on, arguments.get("question"));
  }

  /// Puts the question in, and says that it is not known.
  static ObjectNode noted(QuestionBox box, OnCall on, String question) {
    UUID receptionist = on.receptionistId();
    if (receptionist != null) {
      box.put(on.tenant(), receptionist, on.callId(), question);
    }
    return Output.done(
        "I am sorry, I do not know that. Shall I take a message, so that somebody calls you back?");
  }
}

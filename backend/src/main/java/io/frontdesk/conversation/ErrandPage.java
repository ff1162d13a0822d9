package io.frontdesk.conversation;

import io.frontdesk.call.Errand;
import io.frontdesk.call.ScriptType;

/// What the model is told of a call that the business places.
final class ErrandPage {
  private ErrandPage() {}

  /// A section of the prompt.
  ///
  /// @param opening the first words: whoever picks up may speak before them
  static String of(Errand errand, String opening) {
    String purpose = errand.purpose();
    return """
    You have placed this call. What these pages say of callers is true of whoever picked up.

    - Your first words, once, whatever they say when they pick up, are exactly: "%s"
    %s%s
    - If it does not suit them, ask when it would, note that with `take_message`, thank them and end the call.
    - If they do not want to be called again, say sorry, note it with `take_message` and end the call.
    - If another person picked up, ask for the right one. Tell nobody else what it is about.
    - If you hear a recorded message or a tone, wait and say nothing.\
    """
        .formatted(
            opening,
            kind(errand.scriptType()),
            purpose == null ? "" : "\n- What it is about: " + Fence.line(purpose));
  }

  private static String kind(ScriptType type) {
    return switch (type) {
      case DEFAULT ->
          "- When they have time, say in one sentence why you call, and see to what follows from"
              + " it.";
      case FOLLOW_UP ->
          "- They were in touch with the business before. Ask how the matter stands and what is"
              + " left to do, and see to that.";
      case APPOINTMENT_REMINDER ->
          "- Remind them of their appointment and ask whether they will come. If they want another"
              + " time or none, note that with `take_message`.";
    };
  }
}

package io.frontdesk.conversation;

import io.frontdesk.receptionist.IntakeQuestion;
import java.util.List;
import java.util.stream.Collectors;

/// What the model is to find out: a bullet for each question, with what answers it below.
final class QuestionsPage {
  private static final String CARE =
      """


      Note answers that are money, dates, addresses, telephone numbers or e-mail addresses with `update_intake`, in the
      caller's own words, and say what its `say` says: it reads them back. What callers press on their keys, or the number
      they call from, you note so as well.\
      """;

  private QuestionsPage() {}

  /// Blank if nothing is asked.
  static String of(List<IntakeQuestion> intake) {
    if (intake.isEmpty()) {
      return "";
    }
    return "Find out from every caller, unless it makes no sense for what they want:\n\n"
        + intake.stream().map(QuestionsPage::bullet).collect(Collectors.joining("\n"))
        + (needCare(intake) ? CARE : "");
  }

  private static boolean needCare(List<IntakeQuestion> intake) {
    return intake.stream()
        .anyMatch(
            asked ->
                asked.type() != IntakeQuestion.Type.TEXT
                    && asked.type() != IntakeQuestion.Type.CHOICE);
  }

  private static String bullet(IntakeQuestion asked) {
    boolean everybody = asked.required() && asked.ask() == IntakeQuestion.Ask.ALWAYS;
    return "- %s%s: %s%s%s"
        .formatted(
            asked.key(),
            everybody ? "" : " (optional)",
            Fence.line(asked.question()),
            when(asked),
            answer(asked));
  }

  private static String when(IntakeQuestion asked) {
    String must = asked.required() ? "Ask this" : "You may ask this";
    return switch (asked.ask()) {
      case ALWAYS -> "";
      case BOOKING -> "\n  %s of callers who book, before you book.".formatted(must);
      case MESSAGE -> "\n  %s of callers who leave a message.".formatted(must);
    };
  }

  private static String answer(IntakeQuestion asked) {
    return switch (asked.type()) {
      case TEXT -> "";
      case CHOICE ->
          "\n  The answer is one of: %s."
              .formatted(
                  asked.choices().stream().map(Fence::line).collect(Collectors.joining(", ")));
      case MONEY -> "\n  The answer is an amount of money; a rough one will do.";
      case DATE -> "\n  The answer is a date: read it back with the day of the week.";
      case ADDRESS -> "\n  The answer is an address, with street, number and town: read it back.";
      case PHONE -> "\n  The answer is a telephone number: read it back digit by digit.";
      case EMAIL -> "\n  The answer is an e-mail address: have it spelled, and read it back.";
    };
  }
}

package io.frontdesk.conversation;

import io.frontdesk.receptionist.Escalation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happens by itself when callers say certain words, so that the model does not do it again.
final class RulesPage {
  private static final String PREFACE =
      """
      These things happen by themselves, at once. When one has, go on from what was said, and do not say or do it again.

      """;

  private RulesPage() {}

  static String of(Escalation wanted) {
    var rules = new ArrayList<String>();
    rules.add(
        "Callers who speak of ending their life, or of a medical emergency, are told where help"
            + " is.");
    Escalation.Emergency emergency = wanted.emergency();
    if (!emergency.words().isEmpty()) {
      rules.add(
          "An emergency (%s): callers are %sconnected with %s, if somebody is there."
              .formatted(
                  words(emergency.words()),
                  emergency.text() == null ? "" : "told what to do, and ",
                  emergency.target() == null ? "a person" : Fence.line(emergency.target())));
    }
    for (Escalation.Rule rule : wanted.rules()) {
      rules.add(
          "%s: callers are %s."
              .formatted(words(rule.words()), follows(rule.text(), rule.target())));
    }
    if (wanted.anger().after() > 0) {
      String target = wanted.anger().target();
      rules.add(
          "Callers who stay angry are %s."
              .formatted(
                  target == null
                      ? "offered a call back: take a message, marked as high, if they want one"
                      : "connected with " + Fence.line(target)));
    }
    return PREFACE + rules.stream().map(rule -> "- " + rule).collect(Collectors.joining("\n"));
  }

  private static String follows(@Nullable String text, @Nullable String target) {
    String told = text == null ? "" : "told \"" + Fence.line(text) + "\"";
    String connected = target == null ? "" : "connected with " + Fence.line(target);
    return told + (told.isEmpty() || connected.isEmpty() ? "" : " and ") + connected;
  }

  private static String words(List<String> words) {
    return words.stream().map(Fence::line).collect(Collectors.joining(", "));
  }
}

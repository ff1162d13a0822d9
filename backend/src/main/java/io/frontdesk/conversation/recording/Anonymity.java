package io.frontdesk.conversation.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.CallEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the names and numbers of real people out of a recorded call: the names that are known to
/// be theirs, addresses of mail, and whatever has five digits or more, written or spoken. The same
/// name has the same stand-in wherever it stands. What else callers tell of themselves stays.
final class Anonymity {
  private static final List<String> STAND_INS =
      List.of("Robin", "Sasha", "Jordan", "Casey", "Quinn", "Riley", "Morgan", "Avery");

  /// What the conversation goes by, and nobody chose.
  private static final Set<String> IDS =
      Set.of("item_id", "response_id", "request", "call_id", "id", "tool", "key");

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[ ().-]*\\d){4,}");
  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)\\b[ ,.-]*){5,}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern NAMED = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");

  private final Map<String, String> standIns = new HashMap<>();

  private Anonymity() {}

  /// The call without its people.
  ///
  /// @param names of people that are known besides those that tools were told
  /// @throws IllegalArgumentException if it would go another way then
  static RecordedCall of(RecordedCall call, Collection<String> names) {
    var anonymity = new Anonymity();
    names.forEach(anonymity::forget);
    call.events().forEach(event -> anonymity.forgetNamesIn(event.data()));
    // To whom callers are handed over is nobody's business either.
    call.events().stream()
        .filter(LogFormat::isBeside)
        .forEach(event -> anonymity.forget(event.data().path("to").asText()));
    var nameless =
        new RecordedCall(
                call.about(),
                call.events().stream()
                    .map(
                        event ->
                            new CallEvent(
                                event.at(),
                                event.type(),
                                anonymity.without(event.data()),
                                event.effects()))
                    .toList())
            .replayed();
    if (!steps(nameless).equals(steps(call.replayed()))) {
      throw new IllegalArgumentException(
          "Without the names and numbers in it the call goes another way.");
    }
    return nameless;
  }

  private static List<List<String>> steps(RecordedCall call) {
    return call.events().stream()
        .map(event -> event.effects().stream().map(effect -> effect.path("type").asText()).toList())
        .toList();
  }

  /// Tools are told callers' names.
  private void forgetNamesIn(JsonNode data) {
    data.findValues("arguments").stream()
        .map(JsonNode::toString)
        .map(text -> text.replace("\\\"", "\""))
        .forEach(text -> NAMED.matcher(text).results().forEach(name -> forget(name.group(1))));
  }

  private void forget(String name) {
    WORD.matcher(name)
        .results()
        .forEach(
            word ->
                standIns.computeIfAbsent(
                    word.group().toLowerCase(Locale.ROOT),
                    _ -> STAND_INS.get(standIns.size() % STAND_INS.size())));
  }

  private JsonNode without(JsonNode data) {
    JsonNode changed = Discretion.each(data, this::without);
    keepIds(data, changed);
    return changed;
  }

  private String without(String text) {
    UnaryOperator<String> zeros = number -> number.replaceAll("\\d", "0");
    String mailless = MAIL.matcher(text).replaceAll("someone@example.com");
    String numberless = NUMBER.matcher(mailless).replaceAll(number -> zeros.apply(number.group()));
    String silent = SPOKEN.matcher(numberless).replaceAll("zero zero zero zero zero ");
    return WORD.matcher(silent)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    standIns.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group())));
  }

  private static void keepIds(JsonNode before, JsonNode after) {
    if (after instanceof ObjectNode object) {
      for (String id : IDS) {
        if (before.path(id).isTextual()) {
          object.set(id, before.path(id));
        }
      }
      object.properties().forEach(field -> keepIds(before.path(field.getKey()), field.getValue()));
    } else if (after.isArray()) {
      for (int i = 0; i < after.size(); i++) {
        keepIds(before.path(i), after.path(i));
      }
    }
  }
}

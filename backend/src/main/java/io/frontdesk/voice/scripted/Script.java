package io.frontdesk.voice.scripted;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the lines of the script into words.
///
/// @param introduction what is said first, to callers who have heard nothing yet
/// @param keys that are offered; blank if none are
/// @param callerId the number that they call from; null if it is withheld
record Script(Phrases phrases, String introduction, String keys, @Nullable E164 callerId) {

  /// The lines, one after the other.
  String text(List<Line> lines) {
    return lines.stream()
        .map(this::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }

  private String text(Line line) {
    return switch (line) {
      case Line.Phrase(String key) -> phrases.text(key);
      case Line.Opening _ -> introduction;
      case Line.Keys _ -> keys;
      case Line.ReadBack(Note note) -> readBack(note);
      case Line.Thanks(Note note) -> {
        String name = note.name();
        yield name == null ? phrases.text("thanks") : phrases.text("thanks_by_name", name);
      }
    };
  }

  private String readBack(Note note) {
    var said = new ArrayList<String>();
    if (note.name() != null) {
      said.add(phrases.text("your_name", note.name()));
    }
    E164 phone = note.phone();
    if (phone != null) {
      said.add(
          phone.equals(callerId)
              ? phrases.text("your_phone_same")
              : phrases.text("your_phone", digits(phone)));
    }
    if (note.reason() != null) {
      String reason = note.reason().strip();
      said.add(phrases.text("your_reason", reason.matches(".*\\p{Punct}") ? reason : reason + "."));
    }
    said.add(phrases.text(urgency(note.urgency())));
    return String.join(" ", said);
  }

  private static String urgency(@Nullable Urgency urgency) {
    return switch (urgency) {
      case EMERGENCY -> "is_emergency";
      case HIGH -> "is_urgent";
      case LOW, NORMAL -> "is_not_urgent";
      case null -> "is_not_urgent";
    };
  }

  /// One by one, as nobody would read a number out in millions.
  private static String digits(E164 phone) {
    return phone
        .value()
        .substring(1)
        .chars()
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }
}

package io.frontdesk.voice.scripted;

import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.tenancy.E164;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a caller has told already, as far as it was written down: nobody is asked twice because an
/// engine failed.
final class Known {
  private Known() {}

  /// @param untold what was done and is in no turn
  /// @param neighbour a number of the country in which numbers are meant that name none
  static Note of(List<Turn> turns, List<ToolCall> untold, @Nullable E164 neighbour) {
    var calls =
        Stream.concat(turns.stream().flatMap(turn -> turn.toolCalls().stream()), untold.stream())
            .toList();
    String name = null;
    E164 phone = null;
    for (ToolCall call : calls) {
      name = argument(call, "name").orElse(name);
      phone = argument(call, "phone").flatMap(digits -> number(digits, neighbour)).orElse(phone);
    }
    return Note.EMPTY.named(name).reachedAt(phone);
  }

  private static Optional<E164> number(String digits, @Nullable E164 neighbour) {
    return neighbour == null ? E164.of(digits) : E164.near(digits, neighbour);
  }

  private static Optional<String> argument(ToolCall call, String name) {
    return Optional.of(call.arguments().path(name).asText().strip())
        .filter(Predicate.not(String::isEmpty));
  }
}

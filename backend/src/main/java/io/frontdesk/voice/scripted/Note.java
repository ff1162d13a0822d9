package io.frontdesk.voice.scripted;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What has been noted so far; null is what nobody knows yet.
///
/// @param asides what the caller said that answered no question: it may matter to somebody
@Introspected
record Note(
    @Nullable String name,
    @Nullable E164 phone,
    @Nullable String reason,
    @Nullable Urgency urgency,
    List<String> asides) {
  static final Note EMPTY = new Note(null, null, null, null, List.of());

  /// More than a message may have is not kept.
  private static final int LONGEST = 4000;

  Note {
    asides = List.copyOf(asides);
  }

  Note named(@Nullable String as) {
    return new Note(as, phone, reason, urgency, asides);
  }

  Note reachedAt(@Nullable E164 number) {
    return new Note(name, number, reason, urgency, asides);
  }

  Note about(@Nullable String what) {
    return new Note(name, phone, what, urgency, asides);
  }

  Note urgent(@Nullable Urgency how) {
    return new Note(name, phone, reason, how, asides);
  }

  Note andBesides(String words) {
    var more = new ArrayList<>(asides);
    more.add(words);
    return new Note(name, phone, reason, urgency, more);
  }

  /// Whether it says anything that nobody would know without it.
  boolean saysSomething() {
    return name != null || reason != null || !asides.isEmpty();
  }

  /// All that the caller wants to be told, in their words.
  String text() {
    String all =
        Stream.concat(asides.stream(), Stream.ofNullable(reason)).collect(Collectors.joining("\n"));
    return all.substring(0, Math.min(all.length(), LONGEST));
  }
}

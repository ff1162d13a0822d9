package io.frontdesk.conversation.transfer;

import io.frontdesk.business.Business;
import io.frontdesk.call.Urgency;
import io.frontdesk.receptionist.TransferTarget;
import io.frontdesk.tenancy.E164;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Of those to whom callers can be handed over: who comes into question now, and in which order.
///
/// @param targets the usual one first
/// @param own the business's own numbers, at which nobody but its receptionist answers
/// @param now what the business's own clock reads, as an instant
record Candidates(List<TransferTarget> targets, Set<E164> own, Business business, Instant now) {
  /// More than so many are not rung: nobody wants to wait that long.
  private static final int MOST = 4;

  private static final Set<Urgency> PRESSING = Set.of(Urgency.HIGH, Urgency.EMERGENCY);

  /// Shorter words say nothing about what somebody knows about.
  private static final int SHORTEST_WORD = 3;

  private static final int SHORTEST_NAME = 2;

  Candidates {
    targets = List.copyOf(targets);
    own = Set.copyOf(own);
  }

  /// Those who can be rung now: who was asked for by name, then those who know about it, then who
  /// is there for what cannot wait, then the others as they are listed.
  List<TransferTarget> of(Transfer.Wish wish) {
    String words =
        Stream.of(wish.to(), wish.reason())
            .map(text -> text == null ? "" : text)
            .collect(Collectors.joining(" "));
    Set<String> about = words(words, SHORTEST_WORD);
    return targets.stream()
        .filter(target -> isThere(target, wish.urgency()))
        .sorted(
            Comparator.comparing((TransferTarget target) -> !isMeant(target, wish))
                .thenComparingLong(target -> -shared(target, about))
                .thenComparing(target -> !target.urgentOnly()))
        .limit(MOST)
        .toList();
  }

  /// Who was asked for by name, there or not.
  Optional<TransferTarget> named(Transfer.Wish wish) {
    return targets.stream().filter(target -> isMeant(target, wish)).findFirst();
  }

  boolean isThere(TransferTarget target, Urgency urgency) {
    return target.isReachable(business, now)
        && !own.contains(target.number())
        && (!target.urgentOnly() || PRESSING.contains(urgency));
  }

  private static boolean isMeant(TransferTarget target, Transfer.Wish wish) {
    if (wish.to() == null) {
      return false;
    }
    Set<String> called = words(target.name(), SHORTEST_NAME);
    Set<String> said = words(wish.to(), SHORTEST_NAME);
    return !called.isEmpty() && said.stream().anyMatch(called::contains);
  }

  private static long shared(TransferTarget target, Set<String> about) {
    return target.expertise() == null
        ? 0
        : words(target.expertise(), SHORTEST_WORD).stream().filter(about::contains).count();
  }

  private static Set<String> words(String text, int shortest) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> word.length() >= shortest)
        .collect(Collectors.toSet());
  }
}

package io.frontdesk.conversation;

import io.frontdesk.business.Business;
import io.frontdesk.conversation.ConversationEvent.ClockRead;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.stream.Stream;

/// The clock on the business's wall, as the model is told of it in the course of a call.
///
/// @param offset what it reads minus what time it really is
/// @param every how long what was told is good for; less if the business opens or closes before, or
/// the day ends
public record OfficeClock(Business business, Duration offset, Duration every) {

  /// What it reads.
  public ClockRead at(Instant now) {
    String text = "[The clock by now:\n" + HoursPage.clock(business, now.plus(offset)) + "]";
    return new ClockRead(text, now.plus(goodFor(now)));
  }

  /// For how long it is enough to know what it reads now.
  public Duration goodFor(Instant now) {
    Instant read = now.plus(offset);
    return changes(LocalDate.ofInstant(read, business.timeZone()))
        .map(change -> change.atZone(business.timeZone()).toInstant())
        .filter(change -> change.isAfter(read))
        .map(change -> Duration.between(read, change))
        .filter(time -> time.compareTo(every) < 0)
        .min(Comparator.naturalOrder())
        .orElse(every);
  }

  /// The moments from which on something else is true than before.
  private Stream<LocalDateTime> changes(LocalDate today) {
    LocalDateTime midnight = today.plusDays(1).atStartOfDay();
    return Stream.concat(
        business.intervalsOn(today).stream()
            .flatMap(open -> Stream.of(open.opensMinute(), open.closesMinute()))
            .map(minute -> today.atStartOfDay().plusMinutes(minute)),
        Stream.of(midnight));
  }
}

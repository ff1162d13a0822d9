package io.frontdesk.appointment;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// Time in which somebody can take nothing on.
@Introspected
public record Busy(Instant startsAt, Instant endsAt) {
  boolean overlaps(Instant start, Instant end) {
    return start.isBefore(endsAt) && startsAt.isBefore(end);
  }
}

package io.frontdesk.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which time a list is about: `?created_after=…&created_before=…`, each bound left out of the
/// list itself.
@Introspected
public record CreatedBetween(
    @QueryValue("created_after") @Nullable Instant createdAfter,
    @QueryValue("created_before") @Nullable Instant createdBefore) {
  private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("9999-12-31T00:00:00Z");

  /// The lower bound, within what a database can hold.
  public Instant after() {
    return createdAfter == null ? LONG_AGO : storable(createdAfter);
  }

  /// The upper bound, within what a database can hold.
  public Instant before() {
    return createdBefore == null ? FAR_AHEAD : storable(createdBefore);
  }

  private static Instant storable(Instant time) {
    if (time.isBefore(LONG_AGO)) {
      return LONG_AGO;
    }
    return time.isAfter(FAR_AHEAD) ? FAR_AHEAD : time;
  }
}

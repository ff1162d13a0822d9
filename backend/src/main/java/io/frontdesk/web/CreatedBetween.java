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
  /// The lower bound, within what a database can hold.
  public Instant after() {
    return CleanTime.nearest(createdAfter == null ? Instant.MIN : createdAfter);
  }

  /// The upper bound, within what a database can hold.
  public Instant before() {
    return CleanTime.nearest(createdBefore == null ? Instant.MAX : createdBefore);
  }
}

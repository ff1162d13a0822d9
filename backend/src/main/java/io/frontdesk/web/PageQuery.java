package io.frontdesk.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: `?limit=1..200&cursor=…`.
///
/// @param cursor the `next_cursor` of the page before; null for the newest
@Introspected
public record PageQuery(
    @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
    @QueryValue @Nullable UUID cursor) {
  private static final UUID NEWEST = new UUID(-1L, -1L);

  /// Rows with an id below this one belong to the page.
  public UUID before() {
    return cursor == null ? NEWEST : cursor;
  }

  /// How many rows to read: one more than are shown, to know whether another page follows.
  public int fetch() {
    return limit + 1;
  }
}

package io.frontdesk.call;

import io.frontdesk.web.Page;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of what happened on a call is asked for.
///
/// @param cursor the `next_cursor` of the page before; null for the beginning
@Introspected
record EventQuery(
    @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
    @QueryValue @Nullable @Min(0) Integer cursor) {
  /// The number of the first event of the page.
  int from() {
    return cursor == null ? 0 : cursor;
  }

  /// How many to read: one more than are shown, to know whether another page follows.
  int fetch() {
    return limit + 1;
  }

  Page<CallEvent> page(List<CallEvent> found) {
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(List.copyOf(found.subList(0, limit)), String.valueOf(from() + limit));
  }
}

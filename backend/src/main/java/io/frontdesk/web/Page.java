package io.frontdesk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, newest first.
///
/// @param nextCursor asks for what comes after this page; null on the last one
@Introspected
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> data, @Nullable String nextCursor) {
  /// The page of `found` rows, which were asked for with [PageQuery#fetch()], one more than the
  /// page holds. Rows are ordered by their time-ordered ids, so a page stays the same while newer
  /// rows arrive.
  public static <T> Page<T> of(List<T> found, PageQuery query, Function<T, UUID> id) {
    if (found.size() <= query.limit()) {
      return new Page<>(found, null);
    }
    List<T> shown = found.subList(0, query.limit());
    return new Page<>(List.copyOf(shown), id.apply(shown.getLast()).toString());
  }

  /// This page with each row shown as `view` shows it.
  public <V> Page<V> map(Function<T, V> view) {
    return new Page<>(data.stream().map(view).toList(), nextCursor);
  }
}

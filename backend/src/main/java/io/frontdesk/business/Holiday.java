package io.frontdesk.business;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day with hours of its own.
///
/// @param hours when it is open on that day; empty for closed
@Introspected
public record Holiday(
    @NotNull LocalDate date,
    @NotBlank @Size(max = 200) String name,
    @Valid @Size(max = 8) List<Hours.Interval> hours) {
  public Holiday {
    hours = open(hours);
  }

  private static List<Hours.Interval> open(@Nullable List<Hours.Interval> hours) {
    return hours == null ? List.of() : List.copyOf(hours);
  }
}

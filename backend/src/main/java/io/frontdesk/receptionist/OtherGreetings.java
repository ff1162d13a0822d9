package io.frontdesk.receptionist;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said first while the business is not open.
///
/// @param closed outside of opening hours; null for the usual greeting
/// @param holiday on a day that is listed with hours of its own, while it is closed; null for that
/// of other closed hours
@Introspected
public record OtherGreetings(
    @Nullable @Size(min = 1, max = 1000) String closed,
    @Nullable @Size(min = 1, max = 1000) String holiday) {
  /// The usual greeting at all times.
  public static final OtherGreetings NONE = new OtherGreetings(null, null);

  static OtherGreetings orNone(@Nullable OtherGreetings greetings) {
    return Objects.requireNonNullElse(greetings, NONE);
  }

  /// What is said first then; empty for the usual greeting.
  public Optional<String> of(Occasion occasion) {
    return Optional.ofNullable(
        switch (occasion) {
          case OPEN -> null;
          case CLOSED -> closed;
          case HOLIDAY -> holiday == null ? closed : holiday;
        });
  }
}

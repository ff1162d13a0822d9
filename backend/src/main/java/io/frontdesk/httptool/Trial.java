package io.frontdesk.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What came of trying a tool.
///
/// @param url that was asked for
/// @param status of the answer; null if none came
/// @param result what the model would have seen; null if it is not done
/// @param problem why it is not done; null if it is
/// @param tookMs how long it took
@Introspected
record Trial(
    boolean ok,
    URI url,
    @Nullable Integer status,
    @Nullable JsonNode result,
    @Nullable String problem,
    long tookMs) {

  /// What a person wants to try.
  ///
  /// @param arguments as the model would tell them
  /// @param callerNumber who would call; null for a withheld number
  @Introspected
  record Wanted(
      @NotNull JsonNode arguments,
      @Nullable
          @Pattern(
              regexp = "\\+[1-9][0-9]{6,14}",
              message = "must be a number such as +14155550134")
          String callerNumber) {}
}

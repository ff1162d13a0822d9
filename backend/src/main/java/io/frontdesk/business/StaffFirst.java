package io.frontdesk.business;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the phones of the business's people ring before its receptionist answers.
///
/// @param hours when they do, where that is by hours of its own
/// @param ringS for how long at most, in seconds, all of them together
@Introspected
public record StaffFirst(
    @NotNull When when, @Nullable @Valid Hours hours, @NotNull @Min(5) @Max(60) Integer ringS) {
  private static final int USUAL_RING_S = 20;

  /// The receptionist answers, day and night.
  public static final StaffFirst NEVER = new StaffFirst(When.NEVER, null, USUAL_RING_S);

  /// At which times they ring first.
  public enum When {
    @JsonProperty("never")
    NEVER,
    @JsonProperty("always")
    ALWAYS,
    /// While the business is open.
    @JsonProperty("opening_hours")
    OPENING_HOURS,
    /// In hours of its own, by the business's clock.
    @JsonProperty("own_hours")
    OWN_HOURS
  }

  @JsonIgnore
  public Duration rings() {
    return Duration.ofSeconds(ringS);
  }

  /// Whether they ring first at that time.
  boolean isAt(Business business, Instant at) {
    return switch (when) {
      case NEVER -> false;
      case ALWAYS -> true;
      case OPENING_HOURS -> business.isOpenAt(at);
      case OWN_HOURS ->
          hours != null && hours.covers(LocalDateTime.ofInstant(at, business.timeZone()));
    };
  }

  /// What is wrong with it beyond single fields.
  ///
  /// @param pointer where it stands in the body
  List<FieldProblem> problems(String pointer) {
    var problems = new ArrayList<FieldProblem>();
    if (hours != null) {
      problems.addAll(hours.problems(pointer + "/hours"));
    } else if (when == When.OWN_HOURS) {
      problems.add(new FieldProblem(pointer + "/hours", "say at which hours"));
    }
    return problems;
  }
}

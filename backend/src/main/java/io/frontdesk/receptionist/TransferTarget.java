package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.business.Business;
import io.frontdesk.business.Hours;
import io.frontdesk.tenancy.E164;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody to whom callers can be handed over.
///
/// @param name as the receptionist calls them, for example `Maria, dispatch`
/// @param number never one of the business's own: it would ring here again
/// @param expertise what they know about, in a few words; null for anything
/// @param hours when they take calls, where that is by hours of their own
/// @param urgentOnly whether they are rung for what cannot wait only
/// @param ringS how long their telephone rings before the next one is tried, in seconds
@Introspected
public record TransferTarget(
    @NotBlank @Size(max = 100) String name,
    @NotNull E164 number,
    @Nullable @Size(max = 500) String expertise,
    Reachable reachable,
    @Nullable @Valid Hours hours,
    Boolean urgentOnly,
    Mode mode,
    @Min(5) @Max(60) Integer ringS) {
  private static final int USUAL_RING_S = 20;

  public TransferTarget {
    reachable = Objects.requireNonNullElse(reachable, Reachable.OPENING_HOURS);
    urgentOnly = Objects.requireNonNullElse(urgentOnly, false);
    mode = Objects.requireNonNullElse(mode, Mode.WARM);
    ringS = Objects.requireNonNullElse(ringS, USUAL_RING_S);
  }

  /// When somebody takes calls.
  public enum Reachable {
    /// Day and night.
    @JsonProperty("always")
    ALWAYS,
    /// While the business is open.
    @JsonProperty("opening_hours")
    OPENING_HOURS,
    /// In hours of their own, by the business's clock.
    @JsonProperty("own_hours")
    OWN_HOURS
  }

  /// How somebody is handed a caller.
  public enum Mode {
    /// They pick up and have the caller on the line.
    @JsonProperty("cold")
    COLD,
    /// They hear first what it is about, and press a key to take the call: no machine can.
    @JsonProperty("warm")
    WARM
  }

  /// Somebody who is reached day and night, and hears first what it is about.
  static TransferTarget always(String name, E164 number, String expertise) {
    return new TransferTarget(
        name, number, expertise, Reachable.ALWAYS, null, false, Mode.WARM, USUAL_RING_S);
  }

  /// Whether this is their name, however it is written.
  boolean isCalled(@Nullable String other) {
    return other != null && name.strip().equalsIgnoreCase(other.strip());
  }

  /// Whether they take calls at that time.
  public boolean isReachable(Business business, Instant at) {
    return switch (reachable) {
      case ALWAYS -> true;
      case OPENING_HOURS -> business.isOpenAt(at);
      case OWN_HOURS ->
          hours != null && hours.covers(LocalDateTime.ofInstant(at, business.timeZone()));
    };
  }

  /// What is wrong with them beyond single fields.
  static List<FieldProblem> problems(List<TransferTarget> targets) {
    var problems = new ArrayList<FieldProblem>();
    var names = new HashSet<String>();
    for (int i = 0; i < targets.size(); i++) {
      TransferTarget target = targets.get(i);
      String pointer = pointer(i);
      if (!names.add(target.name().strip().toLowerCase(Locale.ROOT))) {
        problems.add(new FieldProblem(pointer + "/name", "is somebody else's already"));
      }
      if (target.hours() != null) {
        problems.addAll(target.hours().problems(pointer + "/hours"));
      } else if (target.reachable() == Reachable.OWN_HOURS) {
        problems.add(new FieldProblem(pointer + "/hours", "must say when they take calls"));
      }
    }
    return problems;
  }

  static String pointer(int index) {
    return "/transfer_targets/" + index;
  }
}

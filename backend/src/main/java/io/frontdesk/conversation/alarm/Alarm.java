package io.frontdesk.conversation.alarm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.call.Urgency;
import org.jspecify.annotations.Nullable;

/// What is done at once because of what a caller said.
///
/// @param name of the rule; each is followed once in a call
/// @param says word for word; null if nothing
/// @param connects with whom the caller is connected; null if with nobody
public record Alarm(String name, Kind kind, @Nullable String says, @Nullable Connection connects) {

  /// Whether somebody is to call back, because nobody is rung for a caller who is upset.
  public boolean owesCallBack() {
    return kind == Kind.ANGER && connects == null;
  }

  /// With whom a caller is connected.
  ///
  /// @param to the name of somebody to whom callers can be handed over; null for whoever is there
  /// @param reason what they are told
  public record Connection(@Nullable String to, String reason, Urgency urgency) {}

  /// What it is about.
  public enum Kind {
    @JsonProperty("self_harm")
    SELF_HARM,
    @JsonProperty("medical")
    MEDICAL,
    @JsonProperty("emergency")
    EMERGENCY,
    @JsonProperty("anger")
    ANGER,
    @JsonProperty("rule")
    RULE
  }
}

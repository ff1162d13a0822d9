package io.frontdesk.voice.speech;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/// A sentence that could not be spoken, and what the business can do about it.
public final class CannotSpeak extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /// Why not.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum Reason {
    /// The voice is of an account that the business has not connected.
    @JsonProperty("not_connected")
    NOT_CONNECTED,

    /// The account's key is not taken, or may not do this.
    @JsonProperty("refused")
    REFUSED,

    /// The account has no such voice, or no longer.
    @JsonProperty("no_such_voice")
    NO_SUCH_VOICE,

    /// The account has no credit left.
    @JsonProperty("used_up")
    USED_UP,

    /// Whoever speaks cannot be reached, or fails: later it may work.
    @JsonProperty("unavailable")
    UNAVAILABLE
  }

  private final Reason reason;

  public CannotSpeak(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

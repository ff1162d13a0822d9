package io.frontdesk.phonenumber;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether Twilio sends a number's calls to us, as last seen.
///
/// @param checkedAt when it was seen; null if never
/// @param detail what was wrong, or what was mended, in a sentence; null if there is nothing to say
@Embeddable
public record Webhooks(State state, @Nullable Instant checkedAt, @Nullable String detail) {
  /// What was found.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum State {
    @JsonProperty("ok")
    OK,
    @JsonProperty("wrong")
    WRONG,
    @JsonProperty("unknown")
    UNKNOWN
  }

  static Webhooks never() {
    return new Webhooks(State.UNKNOWN, null, null);
  }

  static Webhooks ok(Instant at) {
    return new Webhooks(State.OK, at, null);
  }
}

package io.frontdesk.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// The answer to an intake question.
///
/// @param verified whether somebody has made sure of it; what is verified is not overwritten by
/// what is only heard
/// @param turn the index of the caller's turn that says it; null if none does word by word
@Introspected
public record LeadField(String value, Source source, boolean verified, @Nullable Integer turn) {

  /// How it became known.
  public enum Source {
    /// The caller said it.
    @JsonProperty("spoken")
    SPOKEN,
    /// Somebody at the business, or another program, wrote it.
    @JsonProperty("written")
    WRITTEN
  }

  public static LeadField spoken(String value, @Nullable Integer turn) {
    return new LeadField(value, Source.SPOKEN, false, turn);
  }

  static LeadField written(String value) {
    return new LeadField(value, Source.WRITTEN, true, null);
  }
}

package io.frontdesk.lead;

import io.frontdesk.fact.Fact;
import io.frontdesk.fact.Source;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// The answer to an intake question.
///
/// @param verified whether somebody has made sure of it; what is verified is not overwritten by
/// what is only heard
/// @param turn the index of the caller's turn that says it; null if none does word by word
@Introspected
public record LeadField(String value, Source source, boolean verified, @Nullable Integer turn) {
  public static LeadField spoken(String value, @Nullable Integer turn) {
    return new LeadField(value, Source.SPOKEN, false, turn);
  }

  /// What the caller said to a tool during the call.
  public static LeadField of(Fact fact, @Nullable Integer turn) {
    return new LeadField(fact.value(), fact.source(), fact.verified(), turn);
  }

  static LeadField written(String value) {
    return new LeadField(value, Source.WRITTEN, true, null);
  }
}

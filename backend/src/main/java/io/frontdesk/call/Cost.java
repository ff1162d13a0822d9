package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a call cost, as far as it is known.
///
/// @param amountMicros the sum of the items that are known, in millionths; null if none is
/// @param currency ISO 4217
/// @param pricesAsOf the day of the price list
@Introspected
public record Cost(
    @Nullable Long amountMicros, String currency, LocalDate pricesAsOf, List<Item> items) {

  /// A part of it.
  ///
  /// @param model null for the telephone
  /// @param amountMicros null if it is not known
  /// @param unknown why it is not known; null if it is
  /// @param tokens what is paid for; null if nobody told
  @Introspected
  public record Item(
      Kind kind,
      @Nullable String model,
      @Nullable Long amountMicros,
      @Nullable Unknown unknown,
      @Nullable ModelTokens tokens) {}

  /// What it is paid for.
  public enum Kind {
    @JsonProperty("speech")
    SPEECH,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("transcription")
    TRANSCRIPTION,
    @JsonProperty("analysis")
    ANALYSIS,
    @JsonProperty("telephone")
    TELEPHONE
  }

  /// Why an amount is not known.
  public enum Unknown {
    /// The model's price is not in the price list.
    @JsonProperty("no_price")
    NO_PRICE,
    /// Nobody told what was used: the node that held the call is gone.
    @JsonProperty("no_usage")
    NO_USAGE,
    /// The carrier was not asked what it takes: so it was with the first calls.
    @JsonProperty("not_asked")
    NOT_ASKED,
    /// The carrier tells what it takes some time after the call.
    @JsonProperty("not_yet")
    NOT_YET,
    /// The carrier did not tell what it takes.
    @JsonProperty("not_told")
    NOT_TOLD,
    /// The carrier takes another currency than the models' providers, so the sum is without it.
    @JsonProperty("other_currency")
    OTHER_CURRENCY
  }
}

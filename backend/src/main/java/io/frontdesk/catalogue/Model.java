package io.frontdesk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.business.Provider;
import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model: what it can do, until when, and what it takes.
///
/// @param name as its provider calls it
/// @param provider whose key it needs
/// @param voices the names of its voices, the usual one first; empty if it has none of its own
/// @param endsOn the first day on which it is not served any more; null while none is announced
/// @param successor what is used from then on; null only while it does not end
/// @param prices what it takes, by date; empty if that is not known
@Introspected
public record Model(
    String name,
    Kind kind,
    Provider provider,
    List<String> voices,
    List<Capability> capabilities,
    @Nullable LocalDate endsOn,
    @Nullable String successor,
    List<ModelPrice> prices) {

  /// A model whose lists nobody can change; those that a file leaves out are empty.
  public Model {
    voices = orEmpty(voices);
    capabilities = orEmpty(capabilities);
    prices = orEmpty(prices);
  }

  /// What a model is for.
  public enum Kind {
    /// Listens and speaks.
    @JsonProperty("speech_to_speech")
    SPEECH_TO_SPEECH,
    /// Writes down what is said.
    @JsonProperty("transcription")
    TRANSCRIPTION,
    /// Reads and writes.
    @JsonProperty("chat")
    CHAT,
    /// Reads out.
    @JsonProperty("text_to_speech")
    TEXT_TO_SPEECH,
    /// Is what the telephone company writes down with.
    @JsonProperty("carrier_transcription")
    CARRIER_TRANSCRIPTION
  }

  /// What not every model of a kind can do.
  public enum Capability {
    /// Takes noise away from what it hears.
    @JsonProperty("noise_reduction")
    NOISE_REDUCTION,
    /// Tells by the sense of what was said whether somebody has finished.
    @JsonProperty("semantic_vad")
    SEMANTIC_VAD,
    /// Speaks faster or slower.
    @JsonProperty("speed")
    SPEED,
    /// Has what it hears written down.
    @JsonProperty("transcription")
    TRANSCRIPTION,
    /// Can be told which language it hears.
    @JsonProperty("language")
    LANGUAGE,
    /// Can be told which languages it may hear.
    @JsonProperty("languages")
    LANGUAGES
  }

  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }

  /// Whether it is not served any more on this day.
  public boolean isGone(LocalDate day) {
    return endsOn != null && !day.isBefore(endsOn);
  }

  /// Whether its end is near enough on this day, or past, that whoever uses it should know.
  public boolean endsSoon(LocalDate day) {
    return endsOn != null && !endsOn.isAfter(day.plusDays(Catalogue.NOTICE_DAYS));
  }

  /// What it takes on this day; empty if that is not known.
  public Optional<ModelPrice> price(LocalDate day) {
    return prices.stream().filter(price -> price.holds(day)).findFirst();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}

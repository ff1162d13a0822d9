package io.frontdesk.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;

/// What a model did for a call.
///
/// @param id its own: the same usage told twice counts once
@Introspected
public record Usage(
    UUID id, Kind kind, String model, @TypeDef(type = DataType.JSON) ModelTokens tokens) {
  /// Both together, under this one's name.
  Usage plus(Usage more) {
    return new Usage(id, kind, model, tokens.plus(more.tokens));
  }

  /// What for.
  @TypeDef(type = DataType.STRING, converter = WireName.class)
  public enum Kind {
    /// Listening and speaking.
    @JsonProperty("speech")
    SPEECH,
    /// Reading what the caller said and writing what they are answered.
    @JsonProperty("chat")
    CHAT,
    /// Writing down what the caller said.
    @JsonProperty("transcription")
    TRANSCRIPTION,
    /// Reading the transcript afterwards.
    @JsonProperty("analysis")
    ANALYSIS
  }
}

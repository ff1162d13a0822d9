package io.frontdesk.voice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.ModelTokens;
import io.frontdesk.call.Usage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the models took for one stream of a call, as they tell it.
final class UsageMeter {
  private final UUID speechId = UuidCreator.getTimeOrderedEpoch();
  private final UUID transcriptionId = UuidCreator.getTimeOrderedEpoch();
  private final String model;
  private final String transcriptionModel;
  private ModelTokens speech = ModelTokens.NONE;
  private ModelTokens transcription = ModelTokens.NONE;

  UsageMeter(String model, String transcriptionModel) {
    this.model = model;
    this.transcriptionModel = transcriptionModel;
  }

  void spoke(@Nullable ModelTokens more) {
    speech = more == null ? speech : speech.plus(more);
  }

  void wroteDown(@Nullable ModelTokens more) {
    transcription = more == null ? transcription : transcription.plus(more);
  }

  /// All that was told; of a model that told nothing, nothing.
  List<Usage> usages() {
    return Stream.of(
            new Usage(speechId, Usage.Kind.SPEECH, model, speech),
            new Usage(transcriptionId, Usage.Kind.TRANSCRIPTION, transcriptionModel, transcription))
        .filter(usage -> !usage.tokens().equals(ModelTokens.NONE))
        .toList();
  }
}

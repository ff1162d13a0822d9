package io.frontdesk.voice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.ModelTokens;
import io.frontdesk.call.Usage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the models took for one stream of a call, as they tell it.
final class UsageMeter {
  /// So often it is noted while a call goes on that may cost what it will.
  private static final long BETWEEN_NOTES_NS = Duration.ofSeconds(15).toNanos();

  private final String model;
  private final String transcriptionModel;
  private ModelTokens speech = ModelTokens.NONE;
  private ModelTokens transcription = ModelTokens.NONE;
  private long takenAt = System.nanoTime();

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

  /// As [#take()], if that was long ago; else nothing.
  List<Usage> takeNowAndThen() {
    return System.nanoTime() - takenAt > BETWEEN_NOTES_NS ? take() : List.of();
  }

  /// All that was told since it was last taken; of a model that told nothing, nothing.
  List<Usage> take() {
    takenAt = System.nanoTime();
    var taken =
        Stream.of(
                usage(Usage.Kind.SPEECH, model, speech),
                usage(Usage.Kind.TRANSCRIPTION, transcriptionModel, transcription))
            .filter(usage -> !usage.tokens().equals(ModelTokens.NONE))
            .toList();
    speech = ModelTokens.NONE;
    transcription = ModelTokens.NONE;
    return taken;
  }

  private static Usage usage(Usage.Kind kind, String model, ModelTokens tokens) {
    return new Usage(UuidCreator.getTimeOrderedEpoch(), kind, model, tokens);
  }
}

package io.frontdesk.voice;

import io.frontdesk.call.Fallback;
import io.frontdesk.call.Fallback.Kind;
import io.frontdesk.catalogue.Model;
import io.frontdesk.catalogue.Model.Capability;
import io.frontdesk.conversation.tool.ToolSpec;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SessionConfig.Transcription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The models with which a receptionist talks, and what is wanted of them as far as they can do it.
///
/// @param speech listens and speaks
/// @param voice one of its voices
/// @param speed null where it cannot be chosen
/// @param transcription writes down what callers say
record Ensemble(
    Model speech, String voice, @Nullable Double speed, Listening listening, Model transcription) {

  /// What of it is not as it was chosen.
  List<Fallback> fallbacks(ReceptionistConfig chosen, Instant now) {
    return Stream.of(
            fallback(Kind.MODEL, chosen.model(), speech.name(), now),
            fallback(Kind.VOICE, chosen.voice(), voice, now),
            fallback(
                Kind.TRANSCRIPTION,
                chosen.listening().transcriptionModel(),
                transcription.name(),
                now))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The session of a call.
  ///
  /// @param names that may come up
  SessionConfig session(
      ReceptionistConfig receptionist, String instructions, String names, List<ToolSpec> tools) {
    boolean several = transcription.can(Capability.LANGUAGES);
    boolean any = several || transcription.can(Capability.LANGUAGE);
    var written =
        new Transcription(
            transcription.name(),
            any ? codes(receptionist.languages()) : List.of(),
            several,
            names);
    return new SessionConfig(instructions, voice, speed, listening, written, tools);
  }

  private static Optional<Fallback> fallback(
      Kind kind, @Nullable String chosen, String serving, Instant now) {
    return Optional.ofNullable(chosen)
        .filter(name -> !name.equals(serving))
        .map(name -> new Fallback(kind, name, serving, null, now));
  }

  private static List<String> codes(List<String> tags) {
    return tags.stream().map(tag -> Locale.forLanguageTag(tag).getLanguage()).distinct().toList();
  }
}

package io.frontdesk.voice;

import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.catalogue.Model;
import io.frontdesk.catalogue.Model.Capability;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.receptionist.Listening.TurnDetection;
import io.frontdesk.receptionist.ReceptionistConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Finds the models that stand behind a receptionist today: those that were chosen, or what came
/// after them.
@Singleton
class Ensembles {
  private final Catalogue catalogue;
  private final Clock clock;

  Ensembles(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  Ensemble of(ReceptionistConfig receptionist) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Listening wanted = receptionist.listening();
    Model speech = catalogue.speech(receptionist.model(), today);
    boolean hasVoice = speech.voices().contains(receptionist.voice());
    return new Ensemble(
        speech,
        hasVoice ? receptionist.voice() : speech.voices().getFirst(),
        speech.can(Capability.SPEED) ? receptionist.speed() : null,
        possible(wanted, speech),
        catalogue.transcription(wanted.transcriptionModel(), today));
  }

  private static Listening possible(Listening wanted, Model model) {
    return new Listening(
        model.can(Capability.SEMANTIC_VAD) ? wanted.turnDetection() : TurnDetection.SILENCE,
        wanted.eagerness(),
        wanted.threshold(),
        wanted.prefixMs(),
        wanted.silenceMs(),
        wanted.minSpeechMs(),
        model.can(Capability.NOISE_REDUCTION) ? wanted.noiseReduction() : null,
        wanted.transcriptionModel());
  }
}

package io.frontdesk.voice;

import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.Announcer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Has a sentence spoken by a receptionist's own model and voice.
@Singleton
class GreetingStudio implements Announcer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String INSTRUCTIONS = "You read out what you are asked to, word for word.";

  private final Ensembles ensembles;
  private final SpeechModels models;
  private final SpeechBooth booth;

  GreetingStudio(Ensembles ensembles, SpeechModels models, SpeechBooth booth) {
    this.ensembles = ensembles;
    this.models = models;
    this.booth = booth;
  }

  @Override
  public boolean isChosenBy(ReceptionistConfig receptionist) {
    return receptionist.greetingVoice() == null;
  }

  @Override
  public String soundOf(TenantId tenant, ReceptionistConfig receptionist) {
    Ensemble ensemble = ensembles.of(receptionist);
    return String.join(
        "\n", ensemble.speech().name(), ensemble.voice(), String.valueOf(ensemble.speed()));
  }

  @Override
  public byte[] record(TenantId tenant, ReceptionistConfig receptionist) {
    Ensemble ensemble = ensembles.of(receptionist);
    return booth.say(
        models.of(tenant, ensemble.speech()).model().get(),
        ensemble.session(receptionist, INSTRUCTIONS, "", List.of()),
        receptionist.opening(),
        PATIENCE,
        (_, sound) -> sound);
  }
}

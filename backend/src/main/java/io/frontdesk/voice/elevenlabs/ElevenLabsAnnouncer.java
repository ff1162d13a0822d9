package io.frontdesk.voice.elevenlabs;

import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.catalogue.Model;
import io.frontdesk.catalogue.Model.Capability;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.SentenceReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Greetings and answers in a voice of ElevenLabs', for receptionists that chose one.
@Singleton
class ElevenLabsAnnouncer implements SentenceReader {
  private final ElevenLabs elevenLabs;
  private final Catalogue catalogue;
  private final Clock clock;

  ElevenLabsAnnouncer(ElevenLabs elevenLabs, Catalogue catalogue, Clock clock) {
    this.elevenLabs = elevenLabs;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public boolean isChosenBy(ReceptionistConfig receptionist) {
    return receptionist.greetingVoice() != null;
  }

  @Override
  public String soundOf(TenantId tenant, ReceptionistConfig receptionist) {
    // A caller is greeted live where no model serves; this is asked while the call is set up.
    String model = served().map(Model::name).orElse("none");
    return String.join(
        "\n",
        tenant.value().toString(),
        model,
        receptionist.greetingVoice(),
        language(receptionist));
  }

  @Override
  public byte[] record(TenantId tenant, ReceptionistConfig receptionist) {
    return say(tenant, receptionist, receptionist.opening());
  }

  @Override
  public byte[] say(TenantId tenant, ReceptionistConfig receptionist, String text) {
    Model model =
        served()
            .orElseThrow(() -> new IllegalStateException("no model of the catalogue reads out"));
    return elevenLabs.say(
        tenant,
        new ElevenLabs.Sentence(
            model.name(),
            Objects.requireNonNull(receptionist.greetingVoice()),
            model.can(Capability.LANGUAGE) ? language(receptionist) : null,
            text));
  }

  private Optional<Model> served() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return catalogue.models().stream()
        .filter(model -> model.kind() == Model.Kind.TEXT_TO_SPEECH && !model.isGone(today))
        .findFirst();
  }

  private static String language(ReceptionistConfig receptionist) {
    return Locale.forLanguageTag(receptionist.languages().getFirst()).getLanguage();
  }
}

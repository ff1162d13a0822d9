package io.frontdesk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.catalogue.Model.Kind;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The models that there are: ours, and those of a file of one's own.
class CatalogueTest {
  private static final LocalDate EVE = LocalDate.parse("2027-01-19");
  private static final LocalDate END = LocalDate.parse("2027-01-20");

  private final RunningService service = RunningService.shared();

  @TempDir Path folder;

  @Test
  void everybodyWhoIsSignedInSeesWhatThereIs() {
    var models = Owner.signUp(service, "Ace").api().get("/api/v1/models").body().path("data");

    JsonNode usual = models.get(0);
    assertThat(usual.path("kind").asText()).isEqualTo("speech_to_speech");
    assertThat(usual.path("is_default").asBoolean()).isTrue();
    assertThat(usual.path("voices")).hasSizeGreaterThan(5);
    assertThat(usual.path("capabilities").toString()).contains("semantic_vad", "noise_reduction");
    assertThat(usual.at("/prices/0/audio_in").decimalValue()).isEqualByComparingTo("32");
    assertThat(models.findValuesAsText("name")).contains("gpt-realtime-2.1-mini", "gpt-transcribe");
    assertThat(service.api().get("/api/v1/models").status()).isEqualTo(401);
  }

  @Test
  void aModelServesUntilItsEndAndThenItsSuccessor() {
    Catalogue ours = service.bean(Catalogue.class);

    assertThat(ours.speech("gpt-realtime-mini", EVE).name()).isEqualTo("gpt-realtime-mini");
    assertThat(ours.speech("gpt-realtime-mini", END).name()).isEqualTo("gpt-realtime-2.1-mini");
    assertThat(ours.transcription("whisper-1", END.plusYears(1)).name())
        .isEqualTo("gpt-transcribe");
    assertThat(ours.speech("nobody-knows", END)).isEqualTo(ours.speech(null, END));
  }

  @Test
  void usersAreToldSixtyDaysBefore() {
    Model ending = service.bean(Catalogue.class).find("gpt-realtime").orElseThrow();

    assertThat(ending.endsSoon(LocalDate.parse("2026-11-20"))).isFalse();
    assertThat(ending.endsSoon(LocalDate.parse("2026-11-21"))).isTrue();
    assertThat(ending.endsSoon(END.plusDays(1))).isTrue();
  }

  @Test
  void whatAModelTakesHasItsDates() throws IOException {
    Catalogue own =
        catalogue(
            """
              - {name: m, kind: speech_to_speech, provider: openai, voices: [v], prices: [
                  {until: '2026-12-31', audio_in: 32}, {from: '2027-01-01', until: '2027-03-31', audio_in: 16}]}
              - {name: t, kind: transcription, provider: openai}
            """);
    Model model = own.find(Kind.SPEECH_TO_SPEECH, "m").orElseThrow();

    assertThat(model.price(LocalDate.parse("2026-12-31")).map(ModelPrice::audioIn))
        .contains(BigDecimal.valueOf(32));
    assertThat(model.price(LocalDate.parse("2027-01-01")).map(ModelPrice::audioIn))
        .contains(BigDecimal.valueOf(16));
    assertThat(model.price(LocalDate.parse("2027-04-01"))).as("nobody knows").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  - {name: m, kind: speech_to_speech, provider: openai, voices: []}",
        "  - {name: m, kind: speech_to_speech, provider: openai, voices: [v], ends_on:"
            + " '2027-01-20'}",
        "  - {name: m, kind: speech_to_speech, provider: openai, voices: [v], ends_on:"
            + " '2027-01-20', successor: t}",
        "  - {name: m, kind: speech_to_speech, provider: openai, voices: [v], ends_on:"
            + " '2027-01-20', successor: m}",
        "  - {name: other, kind: speech_to_speech, provider: openai, voices: [v]}",
        "  - {name: m, kind: telepathy, provider: openai}",
        "  - {name: t, kind: transcription, provider: openai}",
        "  - ["
      })
  void aFileThatCannotBeUsedStopsTheStart(String line) {
    assertThatThrownBy(
            () -> catalogue(line + "\n  - {name: t, kind: transcription, provider: openai}\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("MODEL_CATALOGUE");
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> catalogue(folder.resolve("none.yml")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("none.yml");
  }

  private Catalogue catalogue(String models) throws IOException {
    Path file = folder.resolve("models.yml");
    Files.writeString(file, "currency: USD\nas_of: '2026-11-20'\nmodels:\n" + models);
    return catalogue(file);
  }

  private Catalogue catalogue(Path file) {
    return new Catalogue(
        service.bean(ObjectMapper.class),
        new OpenAiConfiguration(null, null, null, "m", "m", "t"),
        file.toString());
  }
}

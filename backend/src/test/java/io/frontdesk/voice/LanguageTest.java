package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The language changes by the rule that receptionists are told, and by nothing else: conversations
/// in sound, with a simulated model that goes by what it is told.
class LanguageTest {
  private static final Voice VOICE = new Voice();

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final HandPhone phone = new HandPhone(service, owner);
  private int utterances;

  @AfterEach
  void hangUp() {
    phone.close();
  }

  @Test
  void aForeignWordChangesNothing() {
    speaks("'en-US', 'es-MX'");

    isAnswered("Gracias.");
    isAnswered("Hola, my name is Rodriguez.");
    assertThat(heard()).doesNotContain("¿", "Perdón", "still there");
  }

  @Test
  void whoeverAsksForAnotherLanguageGetsIt() {
    speaks("'en-US', 'es-MX'");

    says("Can we speak Spanish, please?");
    hears("¿En qué puedo ayudarle?");
    says("Okay.");
    hears("¿En qué puedo ayudarle?", 2);
    says("English, please.");
    hears("How can I help you?");
  }

  @Test
  void whoeverSaysAWholeSentenceInOneGetsIt() {
    speaks("'en-US', 'es-MX'");

    says("Necesito una cita para mañana.");
    hears("¿En qué puedo ayudarle?");
  }

  @Test
  void aLanguageThatIsNotSpokenIsNotBegun() {
    speaks("'en-US'");

    says("Do you speak Spanish?");
    hears("I speak English only.");
    says("Necesito una cita para mañana.");
    hears("I speak English only.", 2);
    assertThat(heard()).doesNotContain("¿");
  }

  /// Calls a receptionist who speaks these, and hears the greeting.
  private void speaks(String languages) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String receptionist = "/api/v1/receptionists/" + id;
    var changed =
        owner
            .api()
            .patch(
                receptionist,
                "{'languages': [%s], 'listening': {'min_speech_ms': 0}}".formatted(languages));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    owner.api().post(receptionist + "/publish", "{}");
    phone.calls();
    hears("Ace");
  }

  private void says(String words) {
    phone.says(Speech.of(VOICE, words, ++utterances).ulaw());
  }

  private void isAnswered(String words) {
    int before = heard().length();
    says(words);
    await()
        .until(
            () -> {
              phone.hearsEverything();
              return heard().length() > before;
            });
  }

  private void hears(String words) {
    hears(words, 1);
  }

  private void hears(String words, int times) {
    await()
        .untilAsserted(
            () -> {
              phone.hearsEverything();
              assertThat(heard().split(Pattern.quote(words), -1))
                  .as(heard())
                  .hasSizeGreaterThan(times);
            });
  }

  /// All words so far.
  private String heard() {
    var sound = new ByteArrayOutputStream();
    phone
        .received("media")
        .forEach(
            m -> sound.writeBytes(Base64.getDecoder().decode(m.at("/media/payload").asText())));
    return WatermarkReader.words(sound.toByteArray());
  }
}

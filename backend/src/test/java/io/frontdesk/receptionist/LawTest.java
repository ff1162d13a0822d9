package io.frontdesk.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.web.WireName;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What callers must be told, where.
class LawTest {
  @ParameterizedTest
  @CsvSource({
    "America/New_York, us",
    "America/Indiana/Knox, us",
    "Pacific/Honolulu, us",
    "America/Los_Angeles, california",
    "America/Toronto, canada",
    "Europe/Berlin, eu",
    "Europe/Madrid, eu",
    "Europe/London, uk",
    "Europe/Istanbul, other",
    "America/Argentina/Buenos_Aires, other",
    "America/Mexico_City, other",
    "Asia/Tokyo, other",
    "UTC, other",
  })
  void theLawIsThatOfThePlaceWhereTheClockGoesSo(String zone, String jurisdiction) {
    assertThat(WireName.of(Jurisdiction.of(ZoneId.of(zone)))).isEqualTo(jurisdiction);
  }

  @ParameterizedTest
  @EnumSource(Jurisdiction.class)
  void everyLawHasItsTextsInAllLanguagesAndTheyTellOfTheMachine(Jurisdiction jurisdiction) {
    for (String language : new String[] {"en-US", "es-MX", "de-AT"}) {
      Law law = Law.in(jurisdiction, language);

      assertThat(Law.tellsOfMachine(law.machine())).as(law.machine()).isTrue();
      assertThat(law.recording()).isNotBlank();
      assertThat(law.medical()).isNotBlank();
      assertThat(law.selfHarm()).isNotBlank();
    }
  }

  @Test
  void whoIsInDangerHearsTheNumberOfThePlace() {
    assertThat(Law.in(Jurisdiction.US, "es-US").selfHarm()).contains("988", "911");
    assertThat(Law.in(Jurisdiction.EU, "de-DE").medical()).contains("112");
    assertThat(Law.in(Jurisdiction.UK, "en-GB").selfHarm()).contains("116 123", "999");
  }

  @Test
  void aLanguageThatWeCannotSpeakIsToldInEnglish() {
    assertThat(Law.in(Jurisdiction.US, "fr-FR").recording())
        .isEqualTo("This call may be recorded.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is Sam, the virtual assistant.",
        "You talk with an AI.",
        "Hola, soy la asistente virtual de Acme.",
        "Hier ist die virtuelle Assistentin.",
        "Hier spricht ein KI-System.",
        "You have reached our automated system."
      })
  void aGreetingTellsOfTheMachine(String greeting) {
    assertThat(Law.tellsOfMachine(greeting)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ace Automatic Doors, this is Sam.",
        "Ace Computer Repair, hello!",
        "Joe's Machine Shop. How can I help?",
        "Main Street Dental, good day."
      })
  void aNameThatSoundsLikeADeviceDoesNot(String greeting) {
    assertThat(Law.tellsOfMachine(greeting)).isFalse();
  }
}

package io.frontdesk.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.business.Business;
import io.frontdesk.business.Holiday;
import io.frontdesk.business.Hours;
import io.frontdesk.business.Industry;
import io.frontdesk.receptionist.IntakeQuestion;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Service;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromptTest {
  private static final TenantId TENANT = new TenantId(UuidCreator.getTimeOrderedEpoch());
  private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T17:05:00Z");

  @Test
  void saysAllThatTheModelMustKnow() throws IOException {
    String text = prompt(business(), receptionist(), TUESDAY_NOON, new E164("+12125550100")).text();

    assertThat(text).isEqualTo(page("open.md"));
  }

  @Test
  void leavesOutWhatIsNotThere() throws IOException {
    Business plain =
        Business.start(TENANT, "Acme", Industry.SALON, ZoneId.of("Europe/Berlin"), TUESDAY_NOON);
    ReceptionistConfig bare =
        new ReceptionistConfig(
            "Kim",
            "Hello!",
            null,
            "Be kind.",
            null,
            List.of(),
            List.of("de-DE"),
            "marin",
            null,
            1.0,
            Listening.USUAL,
            true,
            null);

    assertThat(new Prompt(plain, bare, List.of(), TUESDAY_NOON, null).text())
        .isEqualTo(page("bare.md"));
  }

  @Test
  void tellsHowToHandleCallsAfterHoursOnlyThen() {
    Instant evening = Instant.parse("2026-11-25T02:30:00Z");

    assertThat(prompt(business(), receptionist(), evening, null).text())
        .contains("# After hours\n\nSay that we are closed.", "- Time: 21:30", "is closed now");
  }

  @Test
  void theLanguageChangesByARule() {
    var trilingual = receptionist("en-US", "es-MX", "es-ES", "de-DE");

    assertThat(prompt(business(), trilingual, TUESDAY_NOON, null).text())
        .contains(
            "- Begin in English. You also speak Spanish, German. Change only when the caller asks",
            "Speak no other language");
  }

  @Test
  void sentencesThatAreNotTheModelsAreInTheUsualLanguageOrTheModelPutsThemIntoIt() {
    assertThat(Script.in("es-MX", "Hola.", true).stillThere())
        .containsExactly("¿Sigue ahí?", "Hola, ¿me oye?");
    assertThat(Script.in("fr-FR", "Bonjour.", true).stillThere())
        .containsExactly("Are you still there?", "Hello, can you hear me?");

    assertThat(prompt(business(), receptionist("fr-FR"), TUESDAY_NOON, null).text())
        .contains("say in the language in which you are talking");
    assertThat(prompt(business(), receptionist("es-MX"), TUESDAY_NOON, null).text())
        .doesNotContain("say in the language in which you are talking");
  }

  private static Prompt prompt(
      Business business, ReceptionistConfig receptionist, Instant now, @Nullable E164 caller) {
    Service visit =
        Service.offered(TENANT, new Service.Details("Visit", 60, "from 90 dollars"), now);
    Service check = Service.offered(TENANT, new Service.Details("Check-up", 30, null), now);
    return new Prompt(business, receptionist, List.of(visit, check), now, caller);
  }

  private static Business business() {
    var morning = new Hours.Interval(LocalTime.of(9, 0), LocalTime.of(12, 30));
    var afternoon = new Hours.Interval(LocalTime.of(13, 0), LocalTime.of(17, 0));
    var day = List.of(new Hours.Interval(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    return new Business(
        TENANT.value(),
        TENANT,
        "Rossi Garage Doors",
        Industry.HOME_SERVICES,
        "We repair and install garage doors in Brooklyn and Queens.",
        ZoneId.of("America/New_York"),
        new Hours(day, List.of(morning, afternoon), day, day, day, List.of(), List.of()),
        List.of(
            new Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving", List.of()),
            new Holiday(LocalDate.of(2026, 11, 23), "Yesterday", List.of()),
            new Holiday(LocalDate.of(2027, 7, 4), "Far away", List.of())),
        0,
        TUESDAY_NOON,
        TUESDAY_NOON);
  }

  private static ReceptionistConfig receptionist() {
    return receptionist("en-US");
  }

  private static ReceptionistConfig receptionist(String... languages) {
    return new ReceptionistConfig(
        "Sam",
        "Thanks for calling Rossi Garage Doors. This is Sam. How can I help?",
        null,
        "Find out what needs fixing and where, then book a visit.",
        "Say that we are closed.",
        List.of(
            new IntakeQuestion("issue", "What needs fixing?", true),
            new IntakeQuestion("brand", "Which brand is the door?", false)),
        List.of(languages),
        "marin",
        null,
        1.0,
        Listening.USUAL,
        true,
        null);
  }

  private static String page(String name) throws IOException {
    try (InputStream in = PromptTest.class.getResourceAsStream("/prompt/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}

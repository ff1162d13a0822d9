package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.business.Business;
import io.frontdesk.business.Industry;
import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.ConversationEvent.ClockRead;
import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What time it is, for a model that has been told when the call began.
class ClockTest {
  private static final Duration TEN = Duration.ofMinutes(10);

  /// Open from nine to five, in New York.
  private static final Business BUSINESS =
      Business.start(
          new TenantId(UUID.randomUUID()),
          "Acme",
          Industry.SALON,
          ZoneId.of("America/New_York"),
          Talk.NOON);

  @Test
  void inALongCallItIsToldAgainAndAgain() {
    var talk = Talk.afterTheGreeting();
    keepsTalking(talk, 590);
    assertThat(talk.all()).doesNotContain(new Effect.ReadClock());

    keepsTalking(talk, 15);
    assertThat(talk.all()).containsOnlyOnce(new Effect.ReadClock());
    assertThat(talk.on(new ClockRead("Ten past.", talk.now().plus(TEN))))
        .containsExactly(new Effect.TellModel(Speaker.SYSTEM, "Ten past.", null));

    keepsTalking(talk, 605);
    assertThat(talk.all().stream().filter(new Effect.ReadClock()::equals)).hasSize(2);
  }

  @Test
  void whoseCallIsOverIsToldNothing() {
    var talk = Talk.afterTheGreeting();
    talk.on(new ConversationEvent.StreamEnded());

    assertThat(talk.on(new ClockRead("Ten past.", talk.now().plus(TEN)))).isEmpty();
  }

  @Test
  void itTellsTheDayTheHourTheZoneAndWhetherTheBusinessIsOpen() {
    var clock = new OfficeClock(BUSINESS, Duration.ZERO, TEN);

    assertThat(clock.at(Instant.parse("2026-11-24T17:30:00Z")).text())
        .contains("- Date: Tuesday 24 November 2026", "- Time: 12:30")
        .contains("- Time zone: America/New_York", "- Open today: 09:00 to 17:00", "is open now");
    assertThat(clock.at(Instant.parse("2026-11-22T17:30:00Z")).text())
        .contains("- Open today: not at all", "is closed now");
  }

  @Test
  void onAPracticeCallItIsTheHourThatIsPractised() {
    var clock = new OfficeClock(BUSINESS, Duration.ofHours(8), TEN);

    assertThat(clock.at(Instant.parse("2026-11-24T17:30:00Z")).text())
        .contains("- Time: 20:30", "is closed now");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T17:30:00Z, PT10M, nothing changes",
    "2026-11-24T13:55:00Z, PT5M, it opens",
    "2026-11-24T14:00:00Z, PT10M, it has just opened",
    "2026-11-24T21:58:30Z, PT1M30S, it closes",
    "2026-11-25T04:59:00Z, PT1M, the day ends",
    "2026-11-22T13:55:00Z, PT10M, it is Sunday"
  })
  void itIsReadAgainWhenSomethingElseIsTrue(Instant now, Duration after, String why) {
    var clock = new OfficeClock(BUSINESS, Duration.ZERO, TEN);

    assertThat(clock.goodFor(now)).as(why).isEqualTo(after);
    assertThat(clock.at(now).until()).isEqualTo(now.plus(after));
  }

  /// Caller and receptionist say something every five seconds.
  private static void keepsTalking(Talk talk, int seconds) {
    Instant end = talk.now().plusSeconds(seconds);
    while (talk.now().isBefore(end)) {
      String at = Long.toString(talk.now().getEpochSecond());
      talk.pass(5);
      talk.callerSays("u" + at, "And then?", "r" + at);
      talk.receptionistSays("r" + at, "a" + at, "Then nothing.");
    }
  }
}

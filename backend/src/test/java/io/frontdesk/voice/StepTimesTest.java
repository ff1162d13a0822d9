package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.ladder.Fault;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How long it takes after each fault until there is something for the caller to hear again, by the
/// next engine down or the same one once more. Printed, the middle one of so many as `steps.runs`
/// says. A measurement: with users' patience a machine that has other work may meet another fault
/// first, so no build runs it. See docs/decisions/ladder.md.
@EnabledIfSystemProperty(named = "steps.runs", matches = "[1-9]\\d*")
class StepTimesTest {
  private static final int RUNS = Integer.getInteger("steps.runs", 1);
  private static final HandModel MODEL = HandMade.MODEL;
  private static final String QUOTA =
      """
      {'type':'error','event_id':'e','error':{'type':'insufficient_quota',\
      'code':'insufficient_quota','message':'You exceeded your current quota.'}}\
      """;

  private static final String HALF_A_MINUTE =
      Base64.getEncoder().encodeToString(new byte[30 * 8000]);

  /// With as little patience as users' one; but nobody waits a minute for the end of an answer.
  private static final RunningService SERVICE = start("60s");

  /// The same, of which every line must be heard that has nothing else to tell.
  private static final RunningService LISTENING = start("5s");

  private static RunningService start(String longestPause) {
    return RunningService.start(
        Map.of(
            "openai.realtime-url",
            MODEL.url().toString(),
            "voice.longest-pause",
            longestPause,
            "voice.patience.first-word",
            "3s",
            "voice.patience.sentence",
            "1500ms",
            "voice.patience.reply",
            "1500ms",
            "voice.patience.held",
            "1500ms",
            "voice.patience.response",
            "5s",
            "voice.patience.mark",
            "2s"));
  }

  /// @param noticedMs from the fault until the stream was closed
  /// @param toldMs from then until Twilio had something to play
  private record Step(long noticedMs, long toldMs) {}

  @AfterEach
  void letIn() {
    MODEL.refuses(false);
    MODEL.confirms(true);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void theCallerHearsSomethingAgainAfter(Fault fault) {
    var steps = new ArrayList<Step>();
    for (int run = 0; run < RUNS; run++) {
      steps.add(after(fault));
    }

    System.out.printf(
        "| `%s` | %d | %d |%n",
        fault.reason(),
        middle(steps.stream().map(Step::noticedMs).toList()),
        middle(steps.stream().map(Step::toldMs).toList()));
  }

  private static Step after(Fault fault) {
    MODEL.refuses(false);
    RunningService service = fault == Fault.NO_FRAMES ? LISTENING : SERVICE;
    Owner owner = Owner.signUp(service, "Acme " + UUID.randomUUID());
    try (var phone = new HandPhone(service, owner);
        var line = line(fault, owner, phone)) {
      long begun = happens(fault, owner, line);
      line.closedWith();
      long noticed = System.nanoTime();
      if (fault == Fault.LINE_BROKE) {
        return new Step(millis(begun, noticed), millis(noticed, heardAgain(owner, line)));
      }
      String answer = line.webhook("stream-ended", Map.of()).body();
      long told = System.nanoTime();

      await().untilAsserted(() -> assertThat(noted(owner)).contains(fault.reason()));
      // Words that are made or known already come first, whatever follows them.
      assertThat(answer).containsPattern("<Response>(<Gather[^>]*>)?<(Say|Play)");
      return new Step(millis(begun, noticed), millis(noticed, told));
    }
  }

  /// Nothing is said before the next stream, in which the model says that it is sorry.
  private static long heardAgain(Owner owner, HandPhone line) {
    try (var next = line.comesBack()) {
      await().pollInterval(5, TimeUnit.MILLISECONDS).until(() -> MODEL.sessions(owner).size() == 2);
      var session = MODEL.session(owner);
      await()
          .pollInterval(5, TimeUnit.MILLISECONDS)
          .until(() -> session.received().contains("response.create"));
      session.begins("resp_1", "r1");
      session.speaks("resp_1", "a1", HandModel.A_SECOND);
      await().pollInterval(5, TimeUnit.MILLISECONDS).until(() -> !next.received("media").isEmpty());
      return System.nanoTime();
    }
  }

  /// A line on which that can happen.
  private static HandPhone line(Fault fault, Owner owner, HandPhone phone) {
    switch (fault) {
      case MODEL_REFUSED -> {
        awaitsGreeting(SERVICE, owner);
        MODEL.refuses(true);
      }
      case MODEL_NOT_READY -> {
        awaitsGreeting(SERVICE, owner);
        MODEL.confirms(false);
      }
      case NO_FRAMES -> awaitsGreeting(LISTENING, owner);
      case NO_FIRST_WORD -> {
        // Of a call that goes on the greeting is no part.
        talk(owner, phone);
        phone.breaks();
        return phone.comesBack();
      }
      default -> talk(owner, phone);
    }
    return phone;
  }

  /// @return when
  private static long happens(Fault fault, Owner owner, HandPhone line) {
    long begun = System.nanoTime();
    switch (fault) {
      case MODEL_REFUSED, MODEL_NOT_READY, NO_FRAMES -> line.calls();
      case NO_FIRST_WORD -> {}
      case LINE_BROKE -> line.breaks();
      case MODEL_EXHAUSTED -> MODEL.session(owner).says(QUOTA);
      case MODEL_LOST -> MODEL.session(owner).breaks();
      case MODEL_QUIET -> {
        MODEL.session(owner).begins("resp_1", null);
        MODEL.session(owner).speaks("resp_1", "a1", HandModel.A_SECOND);
      }
      case NO_ANSWER -> {
        return isNotAnswered(owner, line);
      }
      case ANSWER_NOT_COMPLETE -> {
        MODEL.session(owner).begins("resp_1", null);
        MODEL.session(owner).speaks("resp_1", "a1", HALF_A_MINUTE);
      }
      case RESPONSE_FAILED -> {
        MODEL.session(owner).begins("resp_1", null);
        MODEL.session(owner).done("resp_1", "failed", "[]");
        MODEL.session(owner).awaits("response.create");
        MODEL.session(owner).begins("resp_2", "r1");
        MODEL.session(owner).done("resp_2", "failed", "[]");
      }
      case NOTHING_PLAYED -> {
        line.hears(line.awaits("mark").at("/mark/name").asText());
        for (int i = 0; i < 50 * 30; i++) {
          line.speaks(0xFF);
        }
      }
    }
    // An answer is too long from where it begins on, the others when the last of it has happened.
    return fault == Fault.ANSWER_NOT_COMPLETE ? begun : System.nanoTime();
  }

  /// The caller says something and hears it all, which is that they should hold on.
  private static long isNotAnswered(Owner owner, HandPhone line) {
    line.hearsEverything();
    await().until(() -> log(owner).contains("\"speech_heard\""));
    var session = MODEL.session(owner);
    session.hearsCaller("u1");
    session.hearsSilence("u1");
    long silent = System.nanoTime();
    session.writes("u1", "Are you open?");
    await()
        .pollInterval(5, TimeUnit.MILLISECONDS)
        .until(
            () -> {
              line.hearsEverything();
              return line.isClosed();
            });
    return silent;
  }

  /// The greeting plays and the model is ready.
  private static void talk(Owner owner, HandPhone phone) {
    awaitsGreeting(SERVICE, owner);
    phone.calls();
    await().until(() -> log(owner).contains("model_ready"));
  }

  /// What callers hear at once is recorded, and what asks them to hold on.
  private static void awaitsGreeting(RunningService service, Owner owner) {
    var published = service.bean(Receptionists.class).answering(owner.tenant(), null).config();
    var now = service.bean(AsHeard.class).now(owner.tenant(), published);
    var toHold = HoldSentence.in(published.languages().getFirst(), published);
    var greetings = service.bean(Greetings.class);
    await()
        .until(
            () ->
                greetings.find(owner.tenant(), now).isPresent()
                    && greetings.find(owner.tenant(), toHold).isPresent());
  }

  private static String log(Owner owner) {
    String id = owner.api().get("/api/v1/calls").body().at("/data/0/id").asText();
    return owner.api().get("/api/v1/calls/" + id + "/events?limit=200").text();
  }

  /// What the call's log and its record tell.
  private static String noted(Owner owner) {
    return log(owner) + owner.api().get("/api/v1/calls").text();
  }

  private static long millis(long from, long to) {
    return TimeUnit.NANOSECONDS.toMillis(to - from);
  }

  private static long middle(List<Long> all) {
    var sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.ladder.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How long it takes after each fault until there is something for the caller to hear again, by the
/// next engine down or the same one once more. Printed; `-Dsteps.runs=20` for the middle one of so
/// many. See docs/decisions/ladder.md.
class StepTimesTest {
  private static final int RUNS = Integer.getInteger("steps.runs", 1);
  private static final HandModel MODEL = HandMade.MODEL;
  private static final String QUOTA =
      """
      {'type':'error','event_id':'e','error':{'type':'insufficient_quota',\
      'code':'insufficient_quota','message':'You exceeded your current quota.'}}\
      """;

  /// With as little patience as users' one.
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of(
              "openai.realtime-url",
              MODEL.url().toString(),
              "voice.patience.first-word",
              "3s",
              "voice.patience.sentence",
              "1500ms"));

  /// @param noticedMs from the fault until the stream was closed
  /// @param toldMs from then until Twilio had something to play
  private record Step(long noticedMs, long toldMs) {}

  @AfterEach
  void letIn() {
    MODEL.refuses(false);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "MODEL_REFUSED",
        "MODEL_EXHAUSTED",
        "MODEL_LOST",
        "MODEL_QUIET",
        "NO_FIRST_WORD",
        "NOTHING_PLAYED"
      })
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
    Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
    try (var phone = new HandPhone(SERVICE, owner);
        var line = line(fault, owner, phone)) {
      long begun = happens(fault, owner, line);
      line.closedWith();
      long noticed = System.nanoTime();
      String answer = line.webhook("stream-ended", Map.of()).body();
      long told = System.nanoTime();

      await().untilAsserted(() -> assertThat(noted(owner)).contains(fault.reason()));
      // Words that are made or known already come first, whatever follows them.
      assertThat(answer).containsPattern("<Response>(<Gather[^>]*>)?<(Say|Play)");
      return new Step(millis(begun, noticed), millis(noticed, told));
    }
  }

  /// A line on which that can happen.
  private static HandPhone line(Fault fault, Owner owner, HandPhone phone) {
    switch (fault) {
      case MODEL_REFUSED -> MODEL.refuses(true);
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
    switch (fault) {
      case MODEL_REFUSED -> line.calls();
      case MODEL_EXHAUSTED -> MODEL.session(owner).says(QUOTA);
      case MODEL_LOST -> MODEL.session(owner).breaks();
      case MODEL_QUIET -> {
        MODEL.session(owner).begins("resp_1", null);
        MODEL.session(owner).speaks("resp_1", "a1", HandModel.A_SECOND);
      }
      case NOTHING_PLAYED -> {
        line.hears(line.awaits("mark").at("/mark/name").asText());
        for (int i = 0; i < 50 * 30; i++) {
          line.speaks(0xFF);
        }
      }
      default -> assertThat(fault).isEqualTo(Fault.NO_FIRST_WORD);
    }
    return System.nanoTime();
  }

  /// The greeting plays and the model is ready.
  private static void talk(Owner owner, HandPhone phone) {
    var receptionist =
        SERVICE
            .bean(AsHeard.class)
            .now(
                owner.tenant(),
                SERVICE.bean(Receptionists.class).answering(owner.tenant(), null).config());
    var greetings = SERVICE.bean(Greetings.class);
    await().until(() -> greetings.find(owner.tenant(), receptionist).isPresent());
    phone.calls();
    await().until(() -> log(owner).contains("model_ready"));
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

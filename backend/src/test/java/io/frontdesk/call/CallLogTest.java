package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.web.RequestException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The record of a call, written as calls write it: twice, late and at once.
class CallLogTest {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private final RunningService service = RunningService.shared();
  private final CallLog log = service.bean(CallLog.class);
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final PracticeCalls practice = new PracticeCalls(service, owner.tenant());

  @Test
  void aCallAnsweredTwiceIsOneCall() {
    NewCall call = practice.newCall("+14155550123");

    Call first = log.answer(owner.tenant(), call);
    Call second = log.answer(owner.tenant(), call);

    assertThat(second).isEqualTo(first);
    assertThat(first.state()).isEqualTo(CallState.IN_PROGRESS);
    assertThat(first.from()).isEqualTo(new E164("+14155550123"));
    assertThat(practice.events(first.id())).containsExactly("call.started");
  }

  @Test
  void aTurnStoredTwiceIsOneTurn() {
    UUID call = practice.answered();
    Turn turn = PracticeCalls.turn(0, Speaker.CALLER, "My garage door is stuck.");

    assertThat(log.store(owner.tenant(), call, turn)).isTrue();
    assertThat(log.store(owner.tenant(), call, turn)).isFalse();

    assertThat(log.transcript(owner.tenant(), call)).containsExactly(turn);
  }

  @Test
  void aTurnThatComesLateFromAStreamBeforeIsKeptAfterTheOthers() {
    UUID call = practice.answered();
    log.store(owner.tenant(), call, PracticeCalls.turn(0, Speaker.RECEPTIONIST, "Where were we?"));
    Turn late = PracticeCalls.turn(0, Speaker.CALLER, "My garage door is stuck.");

    assertThat(log.store(owner.tenant(), call, late)).isTrue();
    assertThat(log.store(owner.tenant(), call, late)).isFalse();

    assertThat(log.transcript(owner.tenant(), call))
        .extracting(Turn::index, Turn::text)
        .containsExactly(tuple(0, "Where were we?"), tuple(1, "My garage door is stuck."));
  }

  @Test
  void turnsAreReadInOrderHoweverTheyCame() {
    UUID call = practice.answered();
    for (int index : new int[] {2, 0, 1}) {
      log.store(owner.tenant(), call, PracticeCalls.turn(index, Speaker.CALLER, "turn " + index));
    }

    assertThat(log.transcript(owner.tenant(), call))
        .extracting(Turn::index)
        .containsExactly(0, 1, 2);
  }

  @Test
  void aCallClosesOnceHoweverManyCloseItAtOnce() throws Exception {
    UUID call = practice.answered();
    int closers = 12;
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var closed =
          IntStream.range(0, closers)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return log.close(
                                owner.tenant(), call, CallState.COMPLETED, LATER, null);
                          }))
              .toList();
      start.countDown();
      int times = 0;
      for (Future<Boolean> one : closed) {
        times += one.get() ? 1 : 0;
      }
      assertThat(times).isEqualTo(1);
    }
    assertThat(practice.events(call)).containsOnlyOnce("call.ended");
    assertThat(log.find(owner.tenant(), call).orElseThrow().endedAt()).isEqualTo(LATER);
  }

  @Test
  void aCloseAfterTheFirstChangesNothing() {
    UUID call = practice.answered();
    log.close(
        owner.tenant(), call, CallState.COMPLETED, LATER, new Latency(90, 400, 700, 850, 900));
    Call closed = log.find(owner.tenant(), call).orElseThrow();

    log.close(owner.tenant(), call, CallState.FAILED, LATER.plusSeconds(5), null);
    log.status(owner.tenant(), closed.callSid(), "failed", LATER);

    assertThat(log.find(owner.tenant(), call).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("summary", "analyzedAt")
        .isEqualTo(closed);
    assertThat(closed.latency()).isEqualTo(new Latency(90, 400, 700, 850, 900));
    assertThat(closed.durationS()).isPositive();
  }

  @Test
  void aCallWhoseStreamIsGoneIsClosedByTheCarriersWord() {
    Call call = log.answer(owner.tenant(), practice.newCall("+14155550123"));
    Instant hungUp = call.startedAt().plusSeconds(31);

    log.status(owner.tenant(), call.callSid(), "completed", hungUp);

    assertThat(log.find(owner.tenant(), call.id()).orElseThrow().endedAt()).isNull();
    await().until(() -> log.find(owner.tenant(), call.id()).orElseThrow().endedAt() != null);
    Call closed = log.find(owner.tenant(), call.id()).orElseThrow();
    assertThat(closed.endedAt()).isEqualTo(hungUp);
    assertThat(closed.durationS()).isEqualTo(31);
    assertThat(closed.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(practice.events(call.id())).startsWith("call.started", "call.ended");
  }

  @Test
  void aCallOfWhichNobodyHearsAgainEndsWithItsLastTurn() {
    UUID call = practice.answered();
    Turn last = PracticeCalls.turn(0, Speaker.CALLER, "Hello?");
    Instant end = LATER.plusSeconds(7);
    log.store(
        owner.tenant(),
        call,
        new Turn(1, last.speaker(), last.text(), null, false, List.of(), LATER, end, null));
    log.store(owner.tenant(), call, last);

    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                service
                    .bean(Places.class)
                    .hold(owner.tenant().value(), List.of(call), Instant.now().minusSeconds(1)));
    service.bean(AskAfterCall.class).run(owner.tenant(), call);

    Call closed = log.find(owner.tenant(), call).orElseThrow();
    assertThat(closed.endedAt()).isEqualTo(end);
    assertThat(closed.outcome()).isEqualTo(Outcome.ABANDONED);
    assertThat(practice.events(call)).startsWith("call.started", "call.ended");
  }

  @Test
  void aFaultOfWhichIsToldLateExplainsNothingThatHappensThen() {
    UUID call = practice.answered();
    var resumptions = service.bean(CallResumptions.class);
    Instant broke = Instant.now();
    assertThat(resumptions.attempt(owner.tenant(), call).orElseThrow().fault()).isNull();

    resumptions.failed(owner.tenant(), call, "model_lost", broke);
    assertThat(resumptions.attempt(owner.tenant(), call).orElseThrow().fault()).isNull();

    resumptions.failed(owner.tenant(), call, "model_lost", Instant.now());
    assertThat(resumptions.attempt(owner.tenant(), call).orElseThrow().fault())
        .isEqualTo("model_lost");
  }

  @Test
  void statusOfAnUnknownCallOrOfAnUnknownKindIsIgnored() {
    Call call = log.answer(owner.tenant(), practice.newCall("+14155550123"));

    log.status(owner.tenant(), "CA" + "0".repeat(32), "completed", LATER);
    log.status(owner.tenant(), call.callSid(), "levitating", LATER);

    assertThat(log.find(owner.tenant(), call.id())).contains(call);
  }

  @Test
  void oneFunctionCallIsOneDeedHoweverOftenItIsAsked() throws Exception {
    UUID call = practice.answered();
    var deeds = new AtomicInteger();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outputs =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return log.receipt(
                                owner.tenant(),
                                call,
                                "call_1",
                                "take_message",
                                arguments(),
                                () -> output(true).put("n", deeds.incrementAndGet()));
                          }))
              .toList();
      start.countDown();
      for (Future<JsonNode> output : outputs) {
        assertThat(output.get().path("n").asInt()).isEqualTo(1);
      }
    }
    assertThat(deeds).hasValue(1);
  }

  @Test
  void aDeedThatFailsLeavesNoReceiptAndMayBeTriedAgain() {
    UUID call = practice.answered();

    assertThatThrownBy(
            () ->
                log.receipt(
                    owner.tenant(),
                    call,
                    "call_1",
                    "take_message",
                    arguments(),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    var output =
        log.receipt(
            owner.tenant(), call, "call_1", "take_message", arguments(), () -> output(true));

    assertThat(output).isEqualTo(output(true));
  }

  @Test
  void theOutcomeIsWhatWasLeftBehind() {
    assertThat(outcome(call -> {})).isEqualTo(Outcome.SILENT);
    assertThat(
            outcome(
                call -> {
                  say(call, 0, Speaker.RECEPTIONIST, "Hello, this is Sam.");
                  say(call, 1, Speaker.CALLER, "My garage");
                }))
        .isEqualTo(Outcome.ABANDONED);
    assertThat(
            outcome(
                call -> {
                  say(call, 0, Speaker.CALLER, "When do you open?");
                  say(call, 1, Speaker.RECEPTIONIST, "At nine.");
                }))
        .isEqualTo(Outcome.ANSWERED);
    assertThat(outcome(call -> deed(call, "take_message", true))).isEqualTo(Outcome.MESSAGE_TAKEN);
    assertThat(outcome(call -> deed(call, "take_message", false))).isEqualTo(Outcome.SILENT);
    assertThat(
            outcome(
                call -> {
                  deed(call, "take_message", true);
                  deed(call, "schedule_appointment", true);
                }))
        .isEqualTo(Outcome.APPOINTMENT_BOOKED);
  }

  @Test
  void anotherTenantsCallIsNotThere() {
    UUID call = practice.answered();
    Owner other = Owner.signUp(service, "Best Plumbing");

    assertThat(log.find(other.tenant(), call)).isEmpty();
    assertThat(log.close(other.tenant(), call, CallState.COMPLETED, LATER, null)).isFalse();
    assertThatThrownBy(
            () -> log.receipt(other.tenant(), call, "call_1", "x", arguments(), () -> output(true)))
        .isInstanceOf(RequestException.NotFound.class);
    assertThat(log.find(owner.tenant(), call).orElseThrow().endedAt()).isNull();
  }

  private @Nullable Outcome outcome(Consumer<UUID> what) {
    UUID call = practice.answered();
    what.accept(call);
    log.close(owner.tenant(), call, CallState.COMPLETED, LATER, null);
    return log.find(owner.tenant(), call).orElseThrow().outcome();
  }

  private void say(UUID call, int index, Speaker speaker, String text) {
    log.store(owner.tenant(), call, PracticeCalls.turn(index, speaker, text));
  }

  private void deed(UUID call, String tool, boolean ok) {
    log.receipt(
        owner.tenant(), call, UUID.randomUUID().toString(), tool, arguments(), () -> output(ok));
  }

  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode().put("text", "Call me back.");
  }

  private static ObjectNode output(boolean ok) {
    return JsonNodeFactory.instance.objectNode().put("ok", ok);
  }
}

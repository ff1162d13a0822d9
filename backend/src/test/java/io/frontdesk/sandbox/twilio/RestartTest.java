package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.rest.api.v2010.account.Call;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.wire.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stand-in stops and starts in the middle of calls.
class RestartTest extends PhoneTest {
  private static final String NEXT = "<Redirect>next</Redirect>";

  @TempDir Path crashed;

  @Test
  void aCallInAStreamGoesOnWithTheNextVerb() throws Exception {
    buy("");
    service.onTwiml("/voice", service.connect() + NEXT).onTwiml("/next", "<Say>We are back.</Say>");
    var sid = call("silent");
    var stream = service.stream().started();

    standIn.close();
    assertThat(stream.next("closed").path("code").asInt()).isEqualTo(1006);
    start();
    assertThat(service.askedAt("/next")).isEmpty();
    standIn.resumeCalls();
    var report = reportAtTheEnd(sid);

    assertThat(service.askedAt("/next"))
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.form())
                    .containsEntry("CallSid", sid)
                    .containsEntry("CallStatus", "in-progress"));
    assertThat(words(report, "receptionist")).containsExactly("We are back.");
    assertThat(warnings(report)).containsExactly(31903);
    assertThat(service.askedAt("/status")).hasSize(1);
    assertThat(Call.fetcher(sid).fetch(TwilioSdk.master(standIn)).getStatus())
        .isEqualTo(Call.Status.COMPLETED);
  }

  @Test
  void whatLiesOnDiskInTheMiddleOfACallIsEnoughToGoOn() throws Exception {
    buy("");
    service.onTwiml("/voice", service.connect() + NEXT).onTwiml("/next", "<Say>We are back.</Say>");
    var sid = call("silent");
    service.stream().started();
    copy(data, crashed);
    standIn.close();

    data = crashed;
    start();
    standIn.resumeCalls();

    assertThat(words(reportAtTheEnd(sid), "receptionist")).containsExactly("We are back.");
  }

  @Test
  void theCallerRemembersWhatWasSaid() throws Exception {
    standIn.close();
    scenarios.add(
        Scenario.script("talks", "Talks")
            .opens("I have a question.")
            .asked("name")
            .says("Anna Miller.")
            .end());
    start();
    buy("");
    service.onTwiml("/voice", service.connect() + NEXT).onTwiml("/next", service.connect());
    var sid = call("talks");
    var stream = service.stream().started();
    stream.say(VOICE, "Hello.", 1);
    await().until(() -> words(report(sid), "caller").size() == 1);

    standIn.close();
    start();
    standIn.resumeCalls();
    service.stream().started().say(VOICE, "What is your name?", 2);

    await()
        .untilAsserted(
            () -> assertThat(words(report(sid), "caller")).containsExactly("Anna Miller."));
  }

  @Test
  void aCallThatWasRingingRingsAgain() throws Exception {
    buy("");
    var stuck = new CountDownLatch(1);
    var first = new AtomicBoolean(true);
    service.on(
        "/voice",
        asked -> {
          if (first.getAndSet(false)) {
            pass(stuck);
          }
          return TestService.twiml("<Say>Hello.</Say>");
        });
    var sid = call("silent");
    await().until(() -> !service.askedAt("/voice").isEmpty());

    standIn.close();
    stuck.countDown();
    start();
    standIn.resumeCalls();

    assertThat(words(reportAtTheEnd(sid), "receptionist")).containsExactly("Hello.");
    assertThat(service.askedAt("/voice")).hasSize(2);
  }

  @Test
  void aStatusCallbackThatWasNotSentIsSentLater() throws Exception {
    buy("");
    var stuck = new CountDownLatch(1);
    service
        .onTwiml("/voice", "<Hangup/>")
        .on(
            "/status",
            asked -> {
              if (asked.number() == 0) {
                pass(stuck);
              }
              return Response.empty(204);
            });
    var sid = call("silent");
    await().until(() -> service.askedAt("/status").size() == 1);

    standIn.close();
    stuck.countDown();
    start();
    standIn.resumeCalls();

    await().until(() -> service.askedAt("/status").size() == 2);
    assertThat(service.askedAt("/status").get(1).form())
        .containsEntry("CallSid", sid)
        .containsEntry("CallStatus", "completed");
    standIn.close();
    start();
    standIn.resumeCalls();
    assertThat(standIn.liveCalls()).isZero();
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}

package io.frontdesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallMoment;
import io.frontdesk.call.CallState;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Speaker;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a dashboard is told while it watches.
class LiveTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final PracticeCalls calls = new PracticeCalls(service, owner.tenant());
  private final CallLog log = service.bean(CallLog.class);

  @Test
  void theSnapshotComesFirstThenWhatHappens() {
    UUID before = calls.answered();
    log.store(owner.tenant(), before, PracticeCalls.turn(0, Speaker.RECEPTIONIST, "Ace, hello."));

    try (var viewer = LiveViewer.of(service, owner)) {
      JsonNode snapshot = viewer.next("live.snapshot");
      UUID after = calls.answered("+14155550177");
      JsonNode started = viewer.next("call.started");

      assertThat(viewer.types().getFirst()).isEqualTo("live.snapshot");
      assertThat(snapshot.at("/data/calls")).hasSize(1);
      JsonNode shown = snapshot.at("/data/calls/0");
      assertThat(shown.path("id").asText()).isEqualTo(before.toString());
      assertThat(shown.path("state").asText()).isEqualTo("in_progress");
      assertThat(shown.at("/turns/0/text").asText()).isEqualTo("Ace, hello.");
      assertThat(shown.path("partial").isNull()).isTrue();
      assertThat(shown.path("tool").isNull()).isTrue();
      assertThat(started.at("/data/id").asText()).isEqualTo(after.toString());
      assertThat(started.at("/data/from").asText()).isEqualTo("+14155550177");
      assertThat(Instant.parse(started.path("at").asText())).isBefore(Instant.now().plusSeconds(1));
    }
  }

  @Test
  void aCallIsToldFromItsBeginningToItsEnd() {
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");
      UUID call = calls.answered();
      log.store(owner.tenant(), call, PracticeCalls.turn(0, Speaker.CALLER, "Hello?"));
      String sid = log.find(owner.tenant(), call).orElseThrow().callSid();
      log.status(owner.tenant(), sid, "completed", Instant.now());
      log.close(owner.tenant(), call, CallState.COMPLETED, Instant.now(), null);
      viewer.next("stats.tick");

      assertThat(viewer.types())
          .containsSubsequence("call.started", "turn.final", "call.updated", "call.ended");
      JsonNode turn = viewer.next("turn.final").path("data");
      assertThat(turn.path("call_id").asText()).isEqualTo(call.toString());
      assertThat(turn.path("index").asInt()).isZero();
      assertThat(turn.path("text").asText()).isEqualTo("Hello?");
      assertThat(turn.path("tool_calls")).isEmpty();
      assertThat(viewer.next("call.ended").at("/data/outcome").asText()).isEqualTo("abandoned");
    }
  }

  @Test
  void whoWatchesASuspendedBusinessIsSentAwayAndNoTicketLetsIn() {
    var standings = service.bean(TenantStandings.class);
    String unused = LiveViewer.ticket(owner);
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");

      service
          .bean(Tenancy.class)
          .run(owner.tenant(), () -> standings.suspend(owner.tenant(), "The bill is open."));
      standings.reload();

      assertThat(viewer.closed()).isEqualTo(1001);
      assertThatThrownBy(() -> LiveViewer.with(service, unused, null))
          .isInstanceOf(CompletionException.class);
    }
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");
      assertThatThrownBy(
              () ->
                  service
                      .bean(Tenancy.class)
                      .run(
                          owner.tenant(),
                          () -> {
                            calls.answered("+14155550111");
                            throw new IllegalStateException("no");
                          }))
          .hasMessage("no");
      calls.answered("+14155550122");

      assertThat(viewer.next("call.started").at("/data/from").asText()).isEqualTo("+14155550122");
    }
  }

  @Test
  void leadsMessagesAndAppointmentsAreToldAsTheApiShowsThem() {
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");
      var lead =
          owner.api().post("/api/v1/leads", "{'phone': '+14155550123', 'name': 'Ana'}").body();
      assertThat(viewer.next("lead.created").path("data")).isEqualTo(lead);

      owner.api().patch("/api/v1/leads/" + lead.path("id").asText(), "{'status': 'contacted'}");
      JsonNode updated = viewer.next("lead.updated").path("data");
      assertThat(updated.path("status").asText()).isEqualTo("contacted");
      assertThat(updated)
          .isEqualTo(owner.api().get("/api/v1/leads/" + lead.path("id").asText()).body());
    }
  }

  @Test
  void wordsAreToldAsTheyAreSpokenAndFoundAgainAfterALostConnection() {
    UUID call = calls.answered();
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");
      moment(speaking(call, 0, Speaker.RECEPTIONIST, "Ace,"));
      moment(speaking(call, 0, Speaker.RECEPTIONIST, "Ace, good"));
      moment(new CallMoment.ToolStarted(owner.tenant(), call, "take_message"));
      JsonNode tool = viewer.next("tool.started").path("data");

      assertThat(viewer.told("turn.partial"))
          .extracting(told -> told.at("/data/text").asText())
          .containsExactly("Ace,", "Ace, good");
      JsonNode partial = viewer.next("turn.partial").path("data");
      assertThat(partial.path("call_id").asText()).isEqualTo(call.toString());
      assertThat(partial.path("index").asInt()).isZero();
      assertThat(partial.path("speaker").asText()).isEqualTo("receptionist");
      assertThat(tool.path("call_id").asText()).isEqualTo(call.toString());
      assertThat(tool.path("name").asText()).isEqualTo("take_message");
    }

    try (var again = LiveViewer.of(service, owner)) {
      JsonNode shown = again.next("live.snapshot").at("/data/calls/0");
      assertThat(shown.at("/partial/text").asText()).isEqualTo("Ace, good");
      assertThat(shown.at("/tool/name").asText()).isEqualTo("take_message");

      moment(new CallMoment.ToolFinished(owner.tenant(), call, "take_message", true));
      assertThat(again.next("tool.finished").at("/data/ok").asBoolean()).isTrue();
      log.store(
          owner.tenant(), call, PracticeCalls.turn(0, Speaker.RECEPTIONIST, "Ace, good day."));
    }

    try (var last = LiveViewer.of(service, owner)) {
      JsonNode shown = last.next("live.snapshot").at("/data/calls/0");
      assertThat(shown.at("/turns/0/text").asText()).isEqualTo("Ace, good day.");
      assertThat(shown.path("partial").isNull()).isTrue();
      assertThat(shown.path("tool").isNull()).isTrue();
    }
  }

  @Test
  void twoBusinessesAreToldOnlyOfTheirOwn() {
    Owner other = Owner.signUp(service, "Best");
    try (var ours = LiveViewer.of(service, owner);
        var theirs = LiveViewer.of(service, other)) {
      ours.next("live.snapshot");
      theirs.next("live.snapshot");
      UUID call = calls.answered();
      moment(speaking(call, 0, Speaker.CALLER, "A secret"));
      ours.next("turn.partial");
      UUID own = new PracticeCalls(service, other.tenant()).answered();
      JsonNode started = theirs.next("call.started");

      assertThat(started.at("/data/id").asText()).isEqualTo(own.toString());
      assertThat(theirs.told().toString()).doesNotContain(call.toString()).doesNotContain("secret");
      assertThat(ours.told().toString()).doesNotContain(own.toString());
    }
  }

  @Test
  void aTicketOpensOneConnection() {
    String ticket = LiveViewer.ticket(owner);
    try (var viewer = LiveViewer.with(service, ticket, null)) {
      viewer.next("live.snapshot");

      assertRefused(ticket, null);
    }
  }

  @Test
  void aTicketThatIsTooOldOpensNothing() throws SQLException {
    String ticket = LiveViewer.ticket(owner);
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "update platform.live_ticket set expires_at = now() where hash = decode(?,"
                    + " 'hex')")) {
      statement.setString(1, new OpaqueToken(ticket).hash());
      assertThat(statement.executeUpdate()).as("it is stored hashed").isEqualTo(1);
    }

    assertRefused(ticket, null);
    assertRefused("no-such-ticket", null);
  }

  @Test
  void aPageOfAnotherSiteIsRefusedAndDoesNotUseTheTicketUp() {
    String ticket = LiveViewer.ticket(owner);

    assertRefused(ticket, "https://evil.example");
    assertRefused(ticket, "null");
    try (var viewer = LiveViewer.with(service, ticket, service.url().toString())) {
      viewer.next("live.snapshot");
    }
  }

  @Test
  void theAddressIsForWebSocketsAndTicketsForThoseWhoSignedIn() {
    assertThat(service.api().get("/api/v1/live?ticket=" + LiveViewer.ticket(owner)).status())
        .isEqualTo(400);
    assertThat(service.api().post("/api/v1/live/tickets", "{}").status()).isEqualTo(401);
    var ticket = owner.api().post("/api/v1/live/tickets", "{}");
    assertThat(ticket.status()).isEqualTo(201);
    assertThat(ticket.body().path("expires_in").asInt()).isEqualTo(30);
  }

  @Test
  void aBurstOfFiftyCallsIsToldWhole() {
    try (var viewer = LiveViewer.of(service, owner)) {
      viewer.next("live.snapshot");
      var burst =
          IntStream.range(0, 50)
              .parallel()
              .mapToObj(
                  i -> {
                    UUID call = calls.answered("+1415555%04d".formatted(i));
                    for (int turn = 0; turn < 4; turn++) {
                      moment(speaking(call, turn, Speaker.CALLER, "Word"));
                      moment(speaking(call, turn, Speaker.CALLER, "Word by"));
                      log.store(
                          owner.tenant(),
                          call,
                          PracticeCalls.turn(turn, Speaker.CALLER, "Word by word."));
                    }
                    log.close(owner.tenant(), call, CallState.COMPLETED, Instant.now(), null);
                    return call.toString();
                  })
              .toList();
      await().until(() -> viewer.told("call.ended").size() == 50);

      assertThat(viewer.told("turn.partial")).hasSize(400);
      assertThat(viewer.told("turn.final")).hasSize(200);
      assertThat(burst)
          .allSatisfy(
              call ->
                  assertThat(
                          viewer.told().stream()
                              .filter(
                                  told ->
                                      told.at("/data/id").asText().equals(call)
                                          || told.at("/data/call_id").asText().equals(call))
                              .map(told -> told.path("type").asText())
                              .filter(type -> !type.equals("call.analyzed")))
                      .startsWith("call.started", "turn.partial", "turn.partial", "turn.final")
                      .endsWith("turn.final", "call.ended"));
    }
  }

  @Test
  void aViewerWhoDoesNotReadIsLetGoAndTheOthersGoOn() throws IOException {
    try (var reads = LiveViewer.of(service, owner);
        var sleeps = new Socket(service.url().getHost(), service.url().getPort())) {
      reads.next("live.snapshot");
      sleeps.setSoTimeout(120_000);
      sleeps
          .getOutputStream()
          .write(
              """
              GET /api/v1/live?ticket=%s HTTP/1.1\r
              Host: localhost\r
              Connection: Upgrade\r
              Upgrade: websocket\r
              Sec-WebSocket-Version: 13\r
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
              \r
              """
                  .formatted(LiveViewer.ticket(owner))
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(sleeps.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 101");
      UUID call = calls.answered();
      String page = "word ".repeat(20_000);
      for (int turn = 0; turn < 200; turn++) {
        int shouted = turn + 1;
        shout(call, turn, page);
        await().until(() -> reads.told("turn.final").size() == shouted);
      }

      long bytes = sleeps.getInputStream().transferTo(OutputStream.nullOutputStream());
      assertThat(bytes).as("it was cut off").isLessThan(200L * page.length());
    }
  }

  private void shout(UUID call, int turn, String text) {
    service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                service
                    .bean(Outbox.class)
                    .announce(
                        owner.tenant(), "turn.final", call, Map.of("index", turn, "text", text)));
  }

  private void assertRefused(String ticket, @Nullable String origin) {
    assertThatThrownBy(() -> LiveViewer.with(service, ticket, origin).close())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  private CallMoment speaking(UUID call, int index, Speaker speaker, String text) {
    return new CallMoment.Speaking(owner.tenant(), call, index, speaker, text);
  }

  private void moment(CallMoment moment) {
    service.bean(Switchboard.class).happened(moment);
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.sandbox.wire.HandshakeRefused;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RawConnection;
import io.frontdesk.testing.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Calls that a browser makes, over real sockets, both their ends driven by hand.
class TestCallTest {
  private static final HandModel MODEL = HandMade.MODEL;
  private static final RunningService SERVICE = HandMade.SERVICE;
  private static final String ORIGIN = "http://localhost:" + SERVICE.url().getPort();

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone browser = new HandPhone(SERVICE, owner);
  private final String receptionist =
      "/api/v1/receptionists/"
          + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();

  @AfterEach
  void hangUp() {
    browser.close();
  }

  @Test
  void aBrowserTalksAsAPhoneDoes() {
    HandCall.yieldsAfter(0, owner);
    var session = talks("published");
    browser.speaks(7);
    String sound = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});
    session.answers("resp_1", "a1", "Hello.", sound);

    await().until(() -> session.audio().length >= 160);
    assertThat(session.audio()).containsOnly((byte) 7);
    browser.awaits(m -> m.at("/media/payload").asText().equals(sound));
    session.hearsCaller("c1");
    browser.awaits("clear");
    session.hearsSilence("c1");
    session.writes("c1", "I only try it.");
    browser.hangsUp();

    JsonNode call = await().until(this::record, found -> !found.get("ended_at").isNull());
    assertThat(call.get("test").asBoolean()).isTrue();
    assertThat(call.get("from").isNull()).isTrue();
    assertThat(call.get("to").asText()).isEqualTo(browser.number());
    assertThat(call.get("state").asText()).isEqualTo("completed");
    assertThat(call.get("receptionist_version").asInt()).isEqualTo(2);
    assertThat(call.at("/cost/items").findValuesAsText("kind")).doesNotContain("telephone");
    String transcript = "/api/v1/calls/" + call.get("id").asText() + "/transcript";
    assertThat(owner.api().get(transcript).body().get("turns"))
        .anyMatch(turn -> turn.get("text").asText().equals("I only try it."));
    assertThat(owner.api().get("/api/v1/stats/summary").body().get("total_calls").asInt()).isZero();
  }

  @Test
  void whatIsNotedOnItIsUndone() {
    var session = talks("published");
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        """
        [{'type':'function_call','status':'completed','call_id':'c1','name':'take_message','arguments':\
        '{\\"name\\":\\"Dana\\",\\"text\\":\\"Call me.\\"}'}]\
        """);

    JsonNode output = session.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    assertThat(output.at("/item/output").asText()).contains("\"ok\":true", "Dana");
    assertThat(owner.api().get("/api/v1/messages").body().get("data")).isEmpty();
  }

  @Test
  void theDraftIsTriedBeforeCallersHearIt() {
    owner.api().patch(receptionist, "{'greeting': 'Welcome to the draft.', 'greetings': null}");

    var session = talks("draft");

    assertThat(record().get("receptionist_version").isNull()).isTrue();
    session.awaits(m -> m.at("/response/instructions").asText().contains("Welcome to the draft."));
  }

  /// Sound is not compressed, and frames are read as they are.
  @Test
  void aBrowserThatOffersToCompressIsNotTakenAtItsWord() {
    String path = ticket("draft").get("stream_path").asText();
    try (var connection = RawConnection.to(SERVICE)) {
      connection.send(
          """
          GET %s HTTP/1.1\r
          Host: %s\r
          Origin: %s\r
          Connection: Upgrade\r
          Upgrade: websocket\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r
          \r
          """
              .formatted(path, ORIGIN.substring("http://".length()), ORIGIN));

      assertThat(connection.readUntil("\r\n\r\n"))
          .startsWith("HTTP/1.1 101")
          .doesNotContainIgnoringCase("sec-websocket-extensions");
    }
  }

  @Test
  void aTicketOpensOneStream() {
    JsonNode ticket = ticket("draft");
    browser.opensFrom(ORIGIN, ticket.get("stream_path").asText()).join();

    try (var again = new HandPhone(SERVICE, owner)) {
      again.opensFrom(ORIGIN, ticket.get("stream_path").asText()).join();
      assertThat(again.closedWith()).isEqualTo(1008);
    }
  }

  @Test
  void aPageThatIsNotOursOpensNoneAndUsesNothingUp() {
    String path = ticket("draft").get("stream_path").asText();

    assertRefused(browser.opensFrom("https://elsewhere.example", path));
    assertRefused(browser.opensFrom("null", path));

    browser.opensFrom(ORIGIN, path).join();
  }

  @Test
  void aTicketIsGoodForAMinute() {
    JsonNode ticket = ticket("draft");
    assertThat(ticket.get("expires_in").asInt()).isEqualTo(60);
    UUID call = UUID.fromString(ticket.get("call_id").asText());

    assertRefused(browser.opensFrom(ORIGIN, FrontDoor.STREAM_PATH + issued(61, call)));

    browser.opensFrom(ORIGIN, FrontDoor.STREAM_PATH + issued(50, call)).join();
  }

  @Test
  void theTicketOfOneCallDoesNotCarryAnother() {
    JsonNode ticket = ticket("draft");
    browser.opensFrom(ORIGIN, ticket.get("stream_path").asText()).join();
    browser.starts("CA" + "0".repeat(32), ticket.get("account_sid").asText());

    assertThat(browser.closedWith()).isEqualTo(1008);
  }

  @Test
  void theTicketOfOneBusinessDoesNotCarryAnothers() {
    var other = Owner.signUp(SERVICE, "Best " + UUID.randomUUID());
    try (var theirs = new HandPhone(SERVICE, other)) {
      JsonNode ticket = ticket("draft");
      theirs.opensFrom(ORIGIN, ticket.get("stream_path").asText()).join();
      theirs.starts(ticket.get("call_sid").asText(), TestCalls.accountSid(other.tenant()));

      assertThat(theirs.closedWith()).isEqualTo(1008);
      assertThat(other.api().get("/api/v1/calls").body().get("data")).isEmpty();
    }
  }

  @Test
  void anotherBusinessDoesNotTryOurReceptionist() {
    var other = Owner.signUp(SERVICE, "Best " + UUID.randomUUID());

    var answer = other.api().post(receptionist + "/test-call", "{'version': 'published'}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
  }

  @Test
  void aCallThatNobodyOpensIsClosedAndOneThatIsOpenIsNot() {
    var calls = SERVICE.bean(TestCalls.class);
    UUID unopened = UUID.fromString(ticket("draft").get("call_id").asText());
    calls.run(owner.tenant(), unopened);
    assertThat(record().get("state").asText()).isEqualTo("canceled");

    talks("draft");
    calls.run(owner.tenant(), UUID.fromString(record().get("id").asText()));
    assertThat(record().get("state").asText()).isEqualTo("in_progress");
  }

  @Test
  void aFullHouseIsBusyForTestsToo() {
    SERVICE
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                SERVICE
                    .bean(TenantStandings.class)
                    .agree(owner.tenant(), Plan.UNLIMITED, new Allowance(1, null, null, null)));
    ticket("draft");

    var second = owner.api().post(receptionist + "/test-call", "{'version': 'draft'}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().get("type").asText()).isEqualTo("/problems/limit_reached");
  }

  private JsonNode ticket(String version) {
    var answer =
        owner.api().post(receptionist + "/test-call", "{'version': '%s'}".formatted(version));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }

  private HandModel.Session talks(String version) {
    JsonNode ticket = ticket(version);
    browser.opensFrom(ORIGIN, ticket.get("stream_path").asText()).join();
    browser.starts(ticket.get("call_sid").asText(), ticket.get("account_sid").asText());
    var session = MODEL.session(owner);
    session.awaits("session.update");
    return session;
  }

  private JsonNode record() {
    return owner.api().get("/api/v1/calls").body().at("/data/0");
  }

  /// A ticket to a call that was issued some time ago.
  private String issued(long secondsAgo, UUID call) {
    var then = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-secondsAgo));
    return new MediaTokens(
            SERVICE.bean(MediaTokenRepository.class), SERVICE.bean(Tenancy.class), then)
        .issueForBrowser(owner.tenant(), call);
  }

  private static void assertRefused(CompletableFuture<?> opening) {
    assertThatThrownBy(opening::join)
        .hasCauseInstanceOf(HandshakeRefused.class)
        .cause()
        .hasMessageContaining("403");
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.sandbox.wire.HandshakeRefused;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in: webhooks and streams that Twilio signed, streams whose token nobody has used.
class AdmissionTest {
  private static final HandModel MODEL = HandMade.MODEL;
  private static final RunningService SERVICE = HandMade.SERVICE;

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone phone = new HandPhone(SERVICE, owner);

  @AfterEach
  void hangUp() {
    phone.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incoming",
        "stream-ended",
        "call-status",
        "stream-status",
        "fallback",
        "outbound-script",
        "amd"
      })
  void aWebhookThatIsNotSignedRightIsRefusedAndLeavesNothing(String path) {
    assertThat(phone.send(path, Map.of(), "").status()).isEqualTo(403);
    assertThat(phone.send(path, Map.of(), "another token").status()).isEqualTo(403);
    assertThat(phone.send(path, Map.of("AccountSid", "AC" + "0".repeat(32)), "any").status())
        .isEqualTo(403);

    assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
  }

  @Test
  void aNumberThatNobodyOwnsIsPolitelyRefused() {
    var answer = phone.webhook("incoming", Map.of("To", "+12125559999"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<Say>", "<Reject");
    assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
  }

  @Test
  void aCallThatIsToldTwiceIsOneCall() {
    phone.rings();
    phone.rings();

    assertThat(owner.api().get("/api/v1/calls").body().get("data")).hasSize(1);
  }

  @Test
  void whatIsToldOfCallsThatNobodyKnowsIsTakenAndForgotten() {
    var told = Map.of("CallStatus", "completed", "CallSid", "CA" + "7".repeat(32));

    assertThat(phone.webhook("call-status", told).status()).isEqualTo(204);
    assertThat(phone.webhook("stream-status", told).status()).isEqualTo(204);
    assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
  }

  @Test
  void aTokenOpensOneStream() {
    URI url = phone.rings();
    phone.opens(url);
    await().until(() -> MODEL.sessions(owner).size() == 1);

    try (var again = new HandPhone(SERVICE, owner)) {
      again.opens(url);
      assertThat(again.closedWith()).isEqualTo(1008);
    }
    try (var unsigned = new HandPhone(SERVICE, owner)) {
      unsigned.opens(url, "another token").join();
      assertThat(unsigned.closedWith()).isEqualTo(1008);
    }
    assertThat(MODEL.sessions(owner)).hasSize(1);
    phone.starts(phone.callSid());
    phone.speaks(1);
    await("the first one goes on").until(() -> MODEL.session(owner).audio().length == 160);
  }

  @Test
  void ofManyWhoComeWithOneTokenAtOnceOneIsLetIn() {
    URI url = phone.rings();
    var phones = Stream.generate(() -> new HandPhone(SERVICE, owner)).limit(8).toList();
    phones.parallelStream().forEach(one -> one.opens(url));

    await().until(() -> phones.stream().filter(HandPhone::isClosed).count() == 7);
    assertThat(phones.stream().filter(HandPhone::isClosed).map(HandPhone::closedWith))
        .containsOnly(1008);
    await().until(() -> MODEL.sessions(owner).size() == 1);
    phones.forEach(HandPhone::close);
  }

  @Test
  void aNewTokenTakesThePlaceOfAnUnusedOne() {
    URI first = phone.rings();
    URI second = phone.rings();

    assertRefused(phone.openingWith(first));
    assertThat(MODEL.sessions(owner)).isEmpty();
    phone.opens(second);
    await().until(() -> MODEL.sessions(owner).size() == 1);
  }

  @Test
  void aStreamWithoutItsTokenOrSignatureIsRefusedAndOpensNoSession() {
    URI url = phone.rings();
    String path = url.toString().substring(0, url.toString().lastIndexOf('/') + 1);

    assertRefused(phone.openingWith(URI.create(path + "x".repeat(43))));
    assertRefused(phone.openingWith(URI.create(path + "%00")));
    assertRefused(phone.openingWith(URI.create(path + "y".repeat(4000))));
    assertRefused(phone.opens(url, "another token"));
    assertThat(MODEL.sessions(owner)).isEmpty();
    phone.opens(url);
    await("the token is still good").until(() -> MODEL.sessions(owner).size() == 1);
  }

  @Test
  void aBusinessCannotCallAnothersNumberInItsOwnName() {
    var other = Owner.signUp(SERVICE, "Best " + UUID.randomUUID());
    try (var theirs = new HandPhone(SERVICE, other)) {
      var answer = phone.webhook("incoming", Map.of("To", theirs.number()));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("<Reject").doesNotContain("<Stream");
      assertThat(other.api().get("/api/v1/calls").body().get("data")).isEmpty();
      assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
    }
  }

  @Test
  void whatABusinessTellsOfAnothersCallIsForgotten() {
    var other = Owner.signUp(SERVICE, "Best " + UUID.randomUUID());
    try (var theirs = new HandPhone(SERVICE, other)) {
      theirs.rings();
      var before = other.api().get("/api/v1/calls").body();

      for (String path : List.of("call-status", "stream-status", "stream-ended")) {
        var told = Map.of("CallSid", theirs.callSid(), "CallStatus", "completed");
        assertThat(phone.webhook(path, told).status()).isBetween(200, 204);
      }

      assertThat(other.api().get("/api/v1/calls").body()).isEqualTo(before);
      assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
    }
  }

  @Test
  void aBusinessDoesNotGetIntoAnothersStream() {
    var other = Owner.signUp(SERVICE, "Best " + UUID.randomUUID());
    try (var theirs = new HandPhone(SERVICE, other)) {
      URI url = theirs.rings();

      assertRefused(phone.openingWith(url));

      assertThat(MODEL.sessions(other)).isEmpty();
      assertThat(MODEL.sessions(owner)).isEmpty();
      theirs.opens(url);
      await("the token is still good").until(() -> MODEL.sessions(other).size() == 1);
    }
  }

  @Test
  void manyStreamsThatBeginAtOnceAreAllHeard() {
    var phones = new ArrayList<HandPhone>();
    var begun = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 40; i++) {
      var one = new HandPhone(SERVICE, owner);
      phones.add(one);
      begun.add(CompletableFuture.runAsync(one::calls));
    }
    begun.forEach(CompletableFuture::join);

    await().until(() -> MODEL.sessions(owner).size() == 40);
    for (HandPhone one : phones) {
      one.speaks(1);
    }
    await().until(() -> MODEL.sessions(owner).stream().allMatch(s -> s.audio().length == 160));
    phones.forEach(HandPhone::close);
  }

  private static void assertRefused(CompletableFuture<?> opening) {
    assertThatThrownBy(opening::join)
        .hasCauseInstanceOf(HandshakeRefused.class)
        .cause()
        .hasMessageMatching(".*4(03|04|00).*");
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A business need not take everybody's calls.
class BlockedCallerTest {
  private static final RunningService SERVICE = HandMade.SERVICE;
  private static final String PEST = "+14155550177";

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone phone = new HandPhone(SERVICE, owner);

  @AfterEach
  void hangUp() {
    phone.close();
  }

  @Test
  void aBlockedCallerHearsThatTheLineIsBusyAndLeavesNoCall() {
    String id = block(PEST);

    assertThat(callFrom(PEST, "CA" + "1".repeat(32))).contains("<Reject reason=\"busy\"/>");

    assertThat(owner.api().get("/api/v1/calls").body().get("data")).isEmpty();
    var known = owner.api().get("/api/v1/known-callers/" + id).body();
    assertThat(known.path("calls").asInt()).isEqualTo(1);
    assertThat(known.path("last_call_at").asText()).isNotEmpty();
  }

  @Test
  void aCallThatIsAskedAboutTwiceIsCountedOnce() {
    String id = block(PEST);

    callFrom(PEST, "CA" + "1".repeat(32));
    callFrom(PEST, "CA" + "1".repeat(32));
    callFrom(PEST, "CA" + "2".repeat(32));

    var known = owner.api().get("/api/v1/known-callers/" + id).body();
    assertThat(known.path("calls").asInt()).isEqualTo(2);
  }

  @Test
  void othersAndThoseWhoWithholdTheirNumberAreAnswered() {
    block(PEST);

    assertThat(callFrom("+14155550178", "CA" + "3".repeat(32))).contains("<Stream");
    assertThat(callFrom("anonymous", "CA" + "4".repeat(32))).contains("<Stream");
  }

  @Test
  void whoIsTakenOffTheListIsAnsweredAgain() {
    String id = block(PEST);
    assertThat(owner.api().delete("/api/v1/known-callers/" + id).status()).isEqualTo(204);

    assertThat(callFrom(PEST, "CA" + "5".repeat(32))).contains("<Stream");
  }

  @Test
  void whatOneBusinessBlocksAnotherAnswers() {
    block(PEST);
    var other = Owner.signUp(SERVICE, "Other " + UUID.randomUUID());

    try (var theirs = new HandPhone(SERVICE, other)) {
      assertThat(theirs.webhook("incoming", Map.of("From", PEST)).body()).contains("<Stream");
    }
  }

  @Test
  void aNumberIsOnTheListOnce() {
    block(PEST);

    var again =
        owner
            .api()
            .post(
                "/api/v1/known-callers",
                "{'number': '%s', 'treatment': 'blocked'}".formatted(PEST));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().path("type").asText()).endsWith("known_caller_exists");
  }

  @Test
  void theNoteIsChangedAndTheCountStays() {
    String id = block(PEST);
    callFrom(PEST, "CA" + "6".repeat(32));

    var changed = owner.api().patch("/api/v1/known-callers/" + id, "{'note': 'Sells roofs.'}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.body().path("note").asText()).isEqualTo("Sells roofs.");
    assertThat(changed.body().path("calls").asInt()).isEqualTo(1);
  }

  private String block(String number) {
    var made =
        owner
            .api()
            .post(
                "/api/v1/known-callers",
                "{'number': '%s', 'treatment': 'blocked', 'note': 'Rings at night'}"
                    .formatted(number));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.body().path("id").asText();
  }

  private String callFrom(String number, String callSid) {
    var answer = phone.webhook("incoming", Map.of("From", number, "CallSid", callSid));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}

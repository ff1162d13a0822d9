package io.frontdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TwilioByHand;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A new business in the sandbox has a number of its own, and callers who can ring it.
class PracticeTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @Test
  void aNewBusinessHasAnAccountANumberAndCallers() {
    var sandbox = owner.api().get("/api/v1/sandbox");

    assertThat(sandbox.status()).as(sandbox.text()).isEqualTo(200);
    assertThat(sandbox.body().path("account_sid").asText()).matches("AC[0-9a-f]{32}");
    assertThat(sandbox.body().path("auth_token").asText()).hasSize(32);
    assertThat(sandbox.body().path("numbers")).hasSize(1);
    assertThat(sandbox.body().path("numbers").get(0).asText()).startsWith("+1");
    assertThat(sandbox.body().path("scenarios").findValuesAsText("id"))
        .contains(
            "new_lead_books_visit",
            "message_after_hours",
            "caller_interrupts",
            "hangs_up_mid_word",
            "says_nothing");
    var numbers = owner.api().get("/api/v1/phone-numbers").body().path("data");
    assertThat(numbers.findValuesAsText("number"))
        .containsExactly(sandbox.body().path("numbers").get(0).asText());
  }

  @Test
  void twoBusinessesHaveDifferentNumbersAndAccounts() {
    var ours = owner.api().get("/api/v1/sandbox").body();
    var theirs = Owner.signUp(service, "Best").api().get("/api/v1/sandbox").body();

    assertThat(ours.path("account_sid")).isNotEqualTo(theirs.path("account_sid"));
    assertThat(ours.path("numbers")).isNotEqualTo(theirs.path("numbers"));
    var answer =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'says_nothing', 'to': '%s'}"
                    .formatted(theirs.path("numbers").get(0).asText()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/to");
  }

  @Test
  void aScenarioThatIsNotThereIsPointedAt() {
    String number = owner.api().get("/api/v1/sandbox").body().path("numbers").get(0).asText();

    var answer =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'no_such_caller', 'to': '%s'}".formatted(number));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/scenario");
    assertThat(
            owner
                .api()
                .post("/api/v1/sandbox/calls", "{'scenario': 'says_nothing', 'to': 'me'}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void aCallerWhoCannotCallIsPointedAt() {
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();

    var answer =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'says_nothing', 'to': '%s', 'from': 'me'}".formatted(number));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/from");
  }

  @Test
  void aPracticeCallRingsAndOnlyItsOwnerSeesIt() {
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();

    var call =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number));

    assertThat(call.status()).as(call.text()).isEqualTo(201);
    String path = "/api/v1/sandbox/calls/" + call.body().path("call_sid").asText();
    assertThat(owner.api().get(path).status()).isEqualTo(200);
    assertThat(Owner.signUp(service, "Best").api().get(path).status()).isEqualTo(404);
    assertThat(owner.api().get("/api/v1/sandbox/calls/CA" + "0".repeat(32)).status())
        .isEqualTo(404);
    assertThat(owner.api().get("/api/v1/sandbox/calls/no").status()).isEqualTo(404);
  }

  @Test
  void numbersAreThereForWhoeverAsksFirstAfterSigningUp() {
    var first = Owner.signUp(service, "Best").api().get("/api/v1/phone-numbers");

    assertThat(first.body().path("data")).hasSize(1);
    assertThat(Owner.signUp(service, "Call").api().get("/api/v1/sandbox/outbox").status())
        .isEqualTo(200);
  }

  @Test
  void whoeverIsNotSignedInSeesNothing() {
    assertThat(service.api().get("/api/v1/sandbox").status()).isEqualTo(401);
  }

  @Test
  void aTextThatWouldHaveBeenSentIsShownToItsSenderOnly() {
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();

    new TwilioByHand(service, owner).text(number, "+12125550123", "Your visit is booked.");

    var text = owner.api().get("/api/v1/sandbox/outbox").body().at("/texts/0");
    assertThat(text.path("to").asText()).isEqualTo("+12125550123");
    assertThat(text.path("from").asText()).isEqualTo(number);
    assertThat(text.path("body").asText()).startsWith("Your visit");
    assertThat(text.path("status").asText()).isIn("queued", "sent", "delivered");
    assertThat(Instant.parse(text.path("created_at").asText())).isBefore(Instant.now());
    var theirs = Owner.signUp(service, "Best").api().get("/api/v1/sandbox/outbox").body();
    assertThat(theirs.path("texts")).isEmpty();
  }

  @Test
  void nothingWasSentYetButWhatAsksForTheOwnersAddress() {
    var outbox = owner.api().get("/api/v1/sandbox/outbox");

    assertThat(outbox.status()).isEqualTo(200);
    assertThat(outbox.body().path("texts")).isEmpty();
    assertThat(outbox.body().path("mails").findValuesAsText("subject"))
        .isSubsetOf("Is this your address?");
  }
}

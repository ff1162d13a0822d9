package io.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.MailBox;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Whoever gets into an account and gives it another address does not keep it.
class AddressChangeTest {
  private static final String NEW_PASSWORD = "words that only ana knows";
  private static final String CHANGED = "Your address was changed";

  private final RunningService service = RunningService.shared();
  private final Owner ana = Owner.signUp(service, "Ace");
  private final String other = UUID.randomUUID() + "@example.com";

  @Test
  void theAddressBeforeIsToldAndCanTakeTheAccountBackOnce() {
    verify();
    assertThat(change(ana.api(), other).status()).isEqualTo(200);
    var mail = MailBox.newest(ana.api(), ana.email(), CHANGED).path("text").asText();
    assertThat(mail).contains(ana.email(), other);

    var back = takeBack(MailBox.token(mail));

    assertThat(back.status()).as(back.text()).isEqualTo(204);
    assertThat(logIn(other, Owner.PASSWORD).status()).isEqualTo(401);
    var login = logIn(ana.email(), NEW_PASSWORD);
    assertThat(login.status()).isEqualTo(200);
    Api again = service.api().as(login.body().path("access_token").asText());
    assertThat(again.get("/api/v1/me/sessions").body().path("data")).as("all others").hasSize(1);
    assertThat(again.get("/api/v1/me").body().at("/user/email_verified").asBoolean()).isTrue();
    assertThat(takeBack(MailBox.token(mail)).status()).as("used before").isEqualTo(422);
  }

  @Test
  void whoChangesThePasswordTooLosesItAsWell() {
    verify();
    change(ana.api(), other);
    ana.api()
        .patch(
            "/api/v1/me",
            "{'current_password': '%s', 'password': 'words of somebody else'}"
                .formatted(Owner.PASSWORD));

    var mail = MailBox.newest(ana.api(), ana.email(), CHANGED).path("text").asText();

    assertThat(takeBack(MailBox.token(mail)).status()).isEqualTo(204);
    assertThat(logIn(ana.email(), NEW_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whoMovesTheAccountOnAndOnLosesItToWhoeverHadItBefore() {
    String third = UUID.randomUUID() + "@example.com";
    verify();
    change(ana.api(), other);
    verify(other);
    change(ana.api(), third);
    String anas = link(ana.email());
    String others = link(other);

    assertThat(takeBack(others).status()).as("back at the second").isEqualTo(204);
    Api thief = service.api().as(logIn(other, NEW_PASSWORD).body().path("access_token").asText());
    assertThat(thief.get("/api/v1/me").status()).isEqualTo(200);

    assertThat(takeBack(anas).status()).as("the first is as good as ever").isEqualTo(204);
    assertThat(logIn(ana.email(), NEW_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whatWasMailedAfterTheLinkThatIsUsedIsGoodNoMore() {
    verify();
    change(ana.api(), other);
    verify(other);
    change(ana.api(), UUID.randomUUID() + "@example.com");
    String anas = link(ana.email());
    String others = link(other);

    assertThat(takeBack(anas).status()).isEqualTo(204);

    assertThat(takeBack(others).status()).isEqualTo(422);
    assertThat(logIn(ana.email(), NEW_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAddressThatMayBeAStrangersIsToldNothing() {
    change(ana.api(), other);

    assertThat(MailBox.newest(ana.api(), ana.email(), CHANGED).isMissingNode()).isTrue();
  }

  @Test
  void anAddressThatIsTakenMeanwhileStaysWhereItIs() {
    verify();
    change(ana.api(), other);
    var mail = MailBox.newest(ana.api(), ana.email(), CHANGED).path("text").asText();
    Owner stranger = Owner.signUp(service, "Best");
    assertThat(change(stranger.api(), ana.email()).status()).isEqualTo(200);

    var back = takeBack(MailBox.token(mail));

    assertThat(back.status()).isEqualTo(409);
    assertThat(back.body().path("type").asText()).endsWith("/email_taken");
    assertThat(logIn(other, Owner.PASSWORD).status()).as("nothing was changed").isEqualTo(200);
  }

  @Test
  void ofManyWhoTakeAnAddressAtOnceOneHasItAndTheOthersAreToldSo() throws Exception {
    var start = new CyclicBarrier(6);
    var changes = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 6; i++) {
      Api person = Owner.signUp(service, "Ace").api();
      changes.add(
          () -> {
            start.await();
            return change(person, other).status();
          });
    }

    List<Integer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = threads.invokeAll(changes).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
  }

  private String link(String address) {
    return MailBox.token(MailBox.newest(ana.api(), address, CHANGED).path("text").asText());
  }

  private void verify() {
    verify(ana.email());
  }

  private void verify(String address) {
    var mail = MailBox.newest(ana.api(), address, "your address?").path("text").asText();
    assertThat(
            service
                .api()
                .post("/api/v1/auth/verify-email", "{'token': '%s'}".formatted(MailBox.token(mail)))
                .status())
        .isEqualTo(204);
  }

  private static Api.Answer change(Api by, String email) {
    return by.patch(
        "/api/v1/me", "{'current_password': '%s', 'email': '%s'}".formatted(Owner.PASSWORD, email));
  }

  private Api.Answer takeBack(String token) {
    return service
        .api()
        .post(
            "/api/v1/auth/password-reset/confirm",
            "{'token': '%s', 'password': '%s'}".formatted(token, NEW_PASSWORD));
  }

  private Api.Answer logIn(String email, String password) {
    return service
        .api()
        .post("/api/v1/auth/login", "{'email': '%s', 'password': '%s'}".formatted(email, password));
  }
}

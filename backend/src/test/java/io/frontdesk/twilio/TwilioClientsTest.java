package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import io.frontdesk.secrets.KeysCommand;
import io.frontdesk.secrets.Reencryption;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.TwilioMaster;
import io.frontdesk.testing.TwoNodes;
import io.frontdesk.web.RequestException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A business's client of Twilio is used again until its account changes, on whichever node that is
/// done.
@Execution(ExecutionMode.CONCURRENT)
class TwilioClientsTest {
  private static final String TWILIO = "/api/v1/business/credentials/twilio";

  @TempDir Path data;

  @Test
  void aClientIsUsedAgainUntilTheAccountIsAnotherOne() {
    try (var nodes = TwoNodes.start(data)) {
      Owner owner = Owner.signUp(nodes.one(), "Ace");
      TwilioRestClient subaccounts = client(nodes, owner);
      assertThat(client(nodes, owner)).isSameAs(subaccounts);
      giveThePracticeNumberBack(owner.api());

      var own = new TwilioMaster(nodes.one()).open();
      set(owner.api(), own.json());

      TwilioRestClient owns = client(nodes, owner);
      assertThat(owns.getAccountSid()).isEqualTo(own.sid());
      assertThat(client(nodes, owner)).isSameAs(owns);
      assertThat(nodes.other().bean(NumberApi.class).rented(owner.tenant())).isEmpty();

      set(owner.api(), "{'account_sid': '%s', 'auth_token': '%032x'}".formatted(own.sid(), 7));
      assertThat(client(nodes, owner)).isNotSameAs(owns);
      assertThatThrownBy(() -> nodes.other().bean(NumberApi.class).rented(owner.tenant()))
          .as("the very next request goes by the new token, which Twilio does not know")
          .isInstanceOf(RequestException.Conflict.class);

      assertThat(owner.api().delete(TWILIO).status()).isEqualTo(204);
      assertThat(client(nodes, owner).getAccountSid()).isEqualTo(subaccounts.getAccountSid());
    }
  }

  @Test
  void neitherAnotherKeyNorTheOldOnesEndDisturbsAClient() {
    try (var nodes = TwoNodes.start(data)) {
      Owner owner = Owner.signUp(nodes.one(), "Ace");
      TwilioRestClient before = client(nodes, owner);
      var reencryption = nodes.one().bean(Reencryption.class);
      String old = reencryption.keys().getFirst().id();

      keys("rotate");
      assertThat(reencryption.run()).isPositive();
      keys("retire", old);

      assertThat(client(nodes, owner)).isSameAs(before);
    }
  }

  @Test
  void theClientOfASuspendedBusinessIsRefusedOnEveryNode() {
    try (var nodes = TwoNodes.start(data)) {
      Owner owner = Owner.signUp(nodes.one(), "Ace");
      assertThatCode(() -> nodes.other().bean(NumberApi.class).rented(owner.tenant()))
          .doesNotThrowAnyException();

      new TwilioMaster(nodes.one()).set(client(nodes, owner).getAccountSid(), "suspended");

      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(
                          () -> nodes.other().bean(NumberApi.class).rented(owner.tenant()))
                      .isInstanceOf(RequestException.Conflict.class));
    }
  }

  /// As the node has it that the change was not made on.
  private static TwilioRestClient client(TwoNodes nodes, Owner owner) {
    return nodes.other().bean(TwilioClients.class).of(owner.tenant());
  }

  private void keys(String... words) {
    new KeysCommand(
            Map.of("SECRETS_KEYSET_FILE", data.resolve("keyset.json").toString()),
            data,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
        .run(List.of(words));
  }

  private static void giveThePracticeNumberBack(Api api) {
    String practice =
        await("every business that signs up gets one")
            .until(
                () -> api.get("/api/v1/phone-numbers").body().at("/data/0/id").asText(),
                id -> !id.isEmpty());
    assertThat(api.delete("/api/v1/phone-numbers/" + practice).status()).isLessThan(300);
  }

  private static void set(Api api, String json) {
    var answer = api.send("PUT", TWILIO, json, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}

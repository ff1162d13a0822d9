package io.frontdesk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.outbox.Job;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Calls whose place nobody has kept: whether they go on, the carrier knows.
class AskAfterCallTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final AskAfterCall asks = service.bean(AskAfterCall.class);

  @Test
  void aCallThatGoesOnKeepsItsPlace() throws SQLException {
    UUID call = rings();
    sql("update tenant.call set held_until = now() - interval '1 minute' where id = ?", call);

    assertThatThrownBy(() -> asks.run(owner.tenant(), call)).isInstanceOf(Job.NotYet.class);

    assertThat(record(call).path("ended_at").isNull()).isTrue();
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void aCallOfWhoseEndNobodyHasToldEndsAsTheCarrierSays() throws SQLException {
    UUID call = rings();
    owner.api().post("/api/v1/calls/" + call + "/hangup", "{}");
    await().until(() -> record(call).path("ended_at").isTextual());
    sql(
        """
        update tenant.call set held_until = now() - interval '1 minute', state = 'in_progress',
            outcome = null, ended_at = null, hung_up_at = null where id = ?\
        """,
        call);

    asks.run(owner.tenant(), call);

    assertThat(record(call).path("state").asText()).isEqualTo("completed");
    assertThat(record(call).path("ended_at").isTextual()).isTrue();
    assertThat(used()).isZero();
  }

  @Test
  void aCallThatIsKeptIsLeftAlone() {
    UUID call = new PracticeCalls(service, owner.tenant()).answered();

    assertThatThrownBy(() -> asks.run(owner.tenant(), call)).isInstanceOf(Job.NotYet.class);

    assertThat(record(call).path("ended_at").isNull()).isTrue();
  }

  @Test
  void whatIsClosedIsNotLookedAtAnyMore() {
    UUID call = new PracticeCalls(service, owner.tenant()).answered();
    var log = service.bean(CallLog.class);
    log.close(owner.tenant(), call, CallState.COMPLETED, java.time.Instant.now(), null);

    asks.run(owner.tenant(), call);

    assertThat(record(call).path("state").asText()).isEqualTo("completed");
  }

  private UUID rings() {
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();
    owner
        .api()
        .post(
            "/api/v1/sandbox/calls", "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number));
    return UUID.fromString(
        await()
            .until(
                () -> owner.api().get("/api/v1/calls/active").body().at("/data/0/id").asText(),
                found -> !found.isEmpty()));
  }

  private JsonNode record(UUID call) {
    return owner.api().get("/api/v1/calls/" + call).body();
  }

  private int used() {
    return owner.api().get("/api/v1/business/limits").body().at("/concurrent_calls/used").asInt();
  }

  private static void sql(String sql, UUID call) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, call);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}

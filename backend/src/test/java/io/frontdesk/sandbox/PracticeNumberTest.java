package io.frontdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The job that gives a new business its number, cut short at each of its steps and run again.
class PracticeNumberTest {
  private final RunningService service = RunningService.shared();
  private final PracticeNumber job = service.bean(PracticeNumber.class);
  private final Owner owner = Owner.signUp(service, "Ace");
  private final JsonNode before = owner.api().get("/api/v1/sandbox").body();

  @Test
  void runAgainAfterItWasDoneItDoesNothing() {
    runAgain();

    assertThat(owner.api().get("/api/v1/sandbox").body()).isEqualTo(before);
  }

  @Test
  void aNumberThatWasRentedAndNotRecordedIsUsed() throws SQLException {
    forget("delete from tenant.phone_number where tenant_id = '%s'");
    forget("delete from platform.phone_number_owner where tenant_id = '%s'");
    assertThat(owner.api().get("/api/v1/sandbox").body().path("numbers")).isEmpty();

    runAgain();

    assertThat(owner.api().get("/api/v1/sandbox").body()).isEqualTo(before);
  }

  @Test
  void anAccountThatWasOpenedAndNotRecordedIsUsed() throws SQLException {
    forget("delete from tenant.twilio_subaccount where tenant_id = '%s'");
    forget("delete from platform.twilio_account where tenant_id = '%s'");
    assertThat(owner.api().get("/api/v1/sandbox").status()).isEqualTo(404);

    runAgain();

    assertThat(owner.api().get("/api/v1/sandbox").body()).isEqualTo(before);
  }

  @Test
  void aNumberThatSomebodyElseOwnsIsLeftAndAnotherRented() throws SQLException {
    var other = Owner.signUp(service, "Best");
    forget("delete from tenant.phone_number where tenant_id = '%s'");
    forget(
        "update platform.phone_number_owner set tenant_id = '%s' where tenant_id = '%%s'"
            .formatted(other.tenant()));

    runAgain();

    var numbers = owner.api().get("/api/v1/sandbox").body().path("numbers");
    assertThat(numbers).hasSize(1).isNotEqualTo(before.path("numbers"));
  }

  private void runAgain() {
    job.run(owner.tenant(), owner.tenant().value());
  }

  private void forget(String sql) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(owner.tenant()));
    }
  }
}

package io.frontdesk.routes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.ApiDocument;
import io.frontdesk.testing.ApiDocument.Operation;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every operation of the served document that writes, or takes data out, leaves a line in the
/// audit log that says who it was; all others are listed here with the reason.
class AuditedRoutesTest {
  private static final String A_RECORD_OF_THE_DAY =
      "what calls leave behind: kept by those who work with it, and no setting";
  private static final String A_LIVE_CALL = "the call's own record tells of it, and no setting";
  private static final String PRACTICE = "practice: nothing of the business changes";

  private static final Map<String, String> UNAUDITED =
      Map.ofEntries(
          entry("POST /api/v1/appointments", A_RECORD_OF_THE_DAY),
          entry("PATCH /api/v1/appointments/{id}", A_RECORD_OF_THE_DAY),
          entry("DELETE /api/v1/appointments/{id}", A_RECORD_OF_THE_DAY),
          entry("POST /api/v1/calls/{id}/hangup", A_LIVE_CALL),
          entry("POST /api/v1/calls/{id}/say", A_LIVE_CALL),
          entry("POST /api/v1/calls/{id}/transfer", A_LIVE_CALL),
          entry("POST /api/v1/customers", A_RECORD_OF_THE_DAY),
          entry("PATCH /api/v1/customers/{id}", A_RECORD_OF_THE_DAY),
          entry("POST /api/v1/service-requests", A_RECORD_OF_THE_DAY),
          entry("PATCH /api/v1/service-requests/{id}", A_RECORD_OF_THE_DAY),
          entry("POST /api/v1/leads", A_RECORD_OF_THE_DAY),
          entry("PATCH /api/v1/leads/{id}", A_RECORD_OF_THE_DAY),
          entry("DELETE /api/v1/leads/{id}", A_RECORD_OF_THE_DAY),
          entry("PATCH /api/v1/messages/{id}", A_RECORD_OF_THE_DAY),
          entry(
              "POST /api/v1/auth/switch", "goes on elsewhere, and changes nothing in either place"),
          entry("POST /api/v1/me/email-verification", "mails a link, and changes nothing yet"),
          entry("POST /api/v1/live/tickets", "opens a view for half a minute"),
          entry("POST /api/v1/phone-numbers/{id}/verify", "looks, and puts right what is astray"),
          entry("POST /api/v1/receptionists/{id}/drill", PRACTICE),
          entry("POST /api/v1/receptionists/{id}/test-call", PRACTICE),
          entry(
              "POST /api/v1/receptionists/{id}/greeting",
              "has what is published spoken, and changes nothing"),
          entry("POST /api/phone/outbound-call", A_RECORD_OF_THE_DAY),
          entry("POST /api/v1/voice/make-call", A_RECORD_OF_THE_DAY),
          entry("POST /api/v1/outbound-calls", A_RECORD_OF_THE_DAY),
          entry("DELETE /api/v1/outbound-calls/{id}", A_RECORD_OF_THE_DAY),
          entry("POST /api/v1/sandbox/calls", PRACTICE),
          entry("POST /api/v1/sandbox/speech", PRACTICE),
          entry("POST /api/v1/sandbox/dates", PRACTICE));

  private static final RunningService SERVICE = RunningService.shared();
  private static final List<Operation> WRITING =
      ApiDocument.of(SERVICE.api()).operations().stream()
          .filter(Operation::needsToken)
          .filter(o -> !o.method().equals("GET") || o.path().contains("export"))
          .toList();

  @TestFactory
  Stream<DynamicTest> whoDidItIsWrittenDown() {
    return WRITING.stream()
        .filter(operation -> !UNAUDITED.containsKey(operation.toString()))
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      Premises premises = Premises.open(SERVICE);
                      Request request = premises.request(operation);
                      int before = lines(premises).size();

                      var answer = request.by(premises.owner().api());

                      assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
                      JsonNode after = lines(premises);
                      assertThat(after).hasSize(before + 1);
                      assertThat(after.at("/0/actor/name").asText())
                          .isEqualTo(premises.owner().email());
                    }));
  }

  @Test
  void whatIsNotWrittenDownIsStillThere() {
    assertThat(WRITING.stream().map(Operation::toString)).containsAll(UNAUDITED.keySet());
  }

  /// What people did, newest first.
  private static JsonNode lines(Premises premises) {
    return premises.owner().api().get("/api/v1/audit-log?actor=user").body().path("data");
  }
}

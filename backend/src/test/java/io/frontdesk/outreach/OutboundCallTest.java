package io.frontdesk.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.access.Allowance;
import io.frontdesk.access.Plan;
import io.frontdesk.access.TenantStandings;
import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Api.Answer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.frontdesk.testing.TwilioByHand;
import io.frontdesk.twilio.OutgoingCalls;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls that a business places, over the simulated telephone network.
@Execution(ExecutionMode.CONCURRENT)
class OutboundCallTest {
  private static final String PATH = "/api/v1/outbound-calls";
  private static final String SAM = "+12125550120";
  private static final String MACHINE = "+12125550124";

  private final RunningService service = RunningService.shared();
  private Owner owner;

  @BeforeEach
  void openWithANumber() {
    owner = Owner.signUp(service, "Acme");
    await("the business has a number").until(() -> !numbers().isEmpty());
  }

  @Test
  void theReceptionistSpeaksFirstAndSaysWhyItCalls() {
    String id =
        asked(
            """
            {'to': '%s', 'purpose': 'your boiler, which we repaired last week',
             'script_type': 'follow_up'}\
            """
                .formatted(SAM));

    JsonNode done = awaits(id, call -> call.path("state").asText().equals("completed"));

    JsonNode call = owner.api().get("/api/v1/calls/" + done.path("call_id").asText()).body();
    assertThat(call.path("direction").asText()).isEqualTo("outbound");
    assertThat(call.path("from").asText()).isEqualTo(numbers().getFirst());
    assertThat(call.path("to").asText()).isEqualTo(SAM);
    assertThat(call.path("state").asText()).isEqualTo("completed");
    assertThat(call.path("answered_at").isTextual()).isTrue();
    assertThat(done.at("/attempts/0/call_sid").asText())
        .isEqualTo(call.path("call_sid").asText())
        .startsWith("CA");
    assertThat(done.path("attempts")).hasSize(1);
    assertThat(done.path("refused").isNull()).isTrue();
    JsonNode first =
        owner
            .api()
            .get("/api/v1/calls/" + call.path("id").asText() + "/transcript")
            .body()
            .at("/turns/0");
    assertThat(first.path("speaker").asText()).isEqualTo("receptionist");
    assertThat(first.path("text").asText())
        .contains(
            "the virtual assistant of Acme",
            "follow up with you",
            "your boiler, which we repaired last week.",
            "Do you have a moment?");
  }

  @Test
  void aReceptionistThatTakesMessagesByAScriptCallsSoToo() {
    String receptionist =
        "/api/v1/receptionists/"
            + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    owner.api().patch(receptionist, "{'engine': 'scripted'}");
    owner.api().post(receptionist + "/publish", "{}");

    String id = asked("{'to': '%s', 'purpose': 'Your visit.'}".formatted(SAM));

    JsonNode done = awaits(id, call -> call.path("call_id").isTextual());
    String path = "/api/v1/calls/" + done.path("call_id").asText();
    JsonNode first =
        await()
            .until(
                () -> owner.api().get(path + "/transcript").body().at("/turns/0"),
                turn -> !turn.isMissingNode());
    assertThat(first.path("text").asText())
        .contains("the virtual assistant of Acme", "Your visit.", "I will take your answer");
    assertThat(owner.api().get(path).body().path("engine").asText()).isEqualTo("scripted");
    assertThat(owner.api().get(path).body().path("fallbacks")).isEmpty();
  }

  @Test
  void aCallThatIsTakenBackBetweenTwoAttemptsLeavesNoRecordOpen() throws SQLException {
    String id = triedOnce();

    assertThat(owner.api().delete(PATH + "/" + id).status()).isEqualTo(204);

    JsonNode call = read(id);
    assertThat(call.path("state").asText()).isEqualTo("canceled");
    JsonNode record = owner.api().get("/api/v1/calls/" + call.path("call_id").asText()).body();
    assertThat(record.path("state").asText()).isEqualTo("canceled");
    assertThat(record.path("ended_at").isTextual()).isTrue();
    assertThat(events(id)).isEmpty();
  }

  @Test
  void aCallThatIsRefusedBetweenTwoAttemptsLeavesNoRecordOpen() throws SQLException {
    String id = triedOnce();
    sql(
        "update tenant.phone_number set state = 'releasing' where tenant_id = ?",
        owner.tenant().toString());

    assertThat(service.bean(Placing.class).begin(owner.tenant(), UUID.fromString(id)))
        .isInstanceOf(Placing.Step.Done.class);

    JsonNode call = read(id);
    assertThat(call.path("state").asText()).isEqualTo("refused");
    assertThat(call.at("/refused/rule").asText()).isEqualTo("no_number");
    JsonNode record = owner.api().get("/api/v1/calls/" + call.path("call_id").asText()).body();
    assertThat(record.path("ended_at").isTextual()).isTrue();
    assertThat(events(id)).containsExactly("outbound_call.failed");
  }

  /// A call that Twilio could not be asked for, and is to be asked for again.
  private String triedOnce() throws SQLException {
    String id =
        asked(
            "{'to': '%s', 'purpose': 'Your visit.', 'at': '%s'}"
                .formatted(SAM, Instant.now().plus(Duration.ofDays(1))));
    sql("update tenant.outbound_call set scheduled_at = now() where id = ?", id);
    var placing = service.bean(Placing.class);
    assertThat(placing.begin(owner.tenant(), UUID.fromString(id)))
        .isInstanceOf(Placing.Step.Dial.class);
    assertThat(placing.mayTryAgain(owner.tenant(), UUID.fromString(id), "Out of reach.")).isTrue();
    return id;
  }

  @ParameterizedTest
  @CsvSource({
    "+12125550121, no_answer",
    "+12125550122, busy",
    "+12125550123, failed",
  })
  void whoIsNotReachedIsOnTheRecordAndTold(String number, String state) {
    String id = asked("{'to': '%s', 'purpose': 'Your visit.'}".formatted(number));

    JsonNode done = awaits(id, call -> call.path("state").asText().equals(state));

    JsonNode call = owner.api().get("/api/v1/calls/" + done.path("call_id").asText()).body();
    assertThat(call.path("state").asText()).isEqualTo(state);
    assertThat(call.path("answered_at").isNull()).isTrue();
    assertThat(events(id)).containsExactly("outbound_call.failed");
  }

  @Test
  void aMachineIsToldTheMessage() {
    String id =
        asked(
            "{'to': '%s', 'purpose': 'Your visit.', 'message': 'Please call Acme back.'}"
                .formatted(MACHINE));

    JsonNode done = awaits(id, call -> call.at("/attempts/0/message_left").asBoolean());

    assertThat(done.at("/attempts/0/answered_by").asText()).startsWith("machine_end");
    await().until(() -> heard(done).contains("Please call Acme back."));
    awaits(id, call -> call.path("state").asText().equals("completed"));
  }

  @Test
  void aMachineIsHungUpOnWhereThereIsNoMessage() {
    String id = asked("{'to': '%s', 'purpose': 'Your visit.'}".formatted(MACHINE));

    JsonNode done = awaits(id, call -> call.path("state").asText().equals("completed"));

    assertThat(done.at("/attempts/0/answered_by").asText()).isEqualTo("machine_start");
    assertThat(done.at("/attempts/0/message_left").asBoolean()).isFalse();
    await().until(() -> seen(done).path("ended_by").asText().equals("api"));
  }

  @Test
  void whatIsAskedForLaterMayBeTakenBack() {
    String id =
        asked(
            "{'to': '%s', 'purpose': 'Your visit.', 'at': '%s'}"
                .formatted(SAM, Instant.now().plus(Duration.ofDays(1))));
    assertThat(read(id).path("state").asText()).isEqualTo("scheduled");
    assertThat(read(id).path("call_id").isNull()).isTrue();

    assertThat(owner.api().delete(PATH + "/" + id).status()).isEqualTo(204);

    assertThat(read(id).path("state").asText()).isEqualTo("canceled");
    assertThat(owner.api().delete(PATH + "/" + id).status()).isEqualTo(409);
    service.bean(PlaceCall.class).run(owner.tenant(), UUID.fromString(id));
    assertThat(read(id).path("state").asText()).isEqualTo("canceled");
  }

  @Test
  void aLimitThatIsReachedIsTheReason() {
    agree(new Allowance(0, null, null, null));

    String id = asked("{'to': '%s', 'purpose': 'Your visit.'}".formatted(SAM));

    JsonNode done = awaits(id, call -> call.path("state").asText().equals("refused"));
    assertThat(done.at("/refused/rule").asText()).isEqualTo("concurrent_calls");
    assertThat(done.at("/refused/detail").asText()).isNotBlank();
    assertThat(done.path("attempts")).isEmpty();
    assertThat(events(id)).containsExactly("outbound_call.failed");
    assertThat(owner.api().get("/api/v1/calls").body().path("data")).isEmpty();
  }

  @Test
  void anAttemptOfWhichNobodyKnowsIsNotMadeAgain() throws SQLException {
    String id =
        asked(
            "{'to': '%s', 'purpose': 'Your visit.', 'at': '%s'}"
                .formatted(SAM, Instant.now().plus(Duration.ofDays(1))));
    var place = service.bean(PlaceCall.class);
    var placing = service.bean(Placing.class);
    sql("update tenant.outbound_call set scheduled_at = now() where id = ?", id);
    // Whoever asks Twilio now dies before it can.
    assertThat(placing.begin(owner.tenant(), UUID.fromString(id)))
        .isInstanceOf(Placing.Step.Dial.class);

    assertThatThrownBy(() -> place.run(owner.tenant(), UUID.fromString(id)))
        .isInstanceOf(Job.NotYet.class);
    sql(
        """
        update tenant.outbound_call set attempts = jsonb_set(attempts, '{0,at}',
            to_jsonb(to_char(now() at time zone 'utc' - interval '11 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
          where id = ?\
        """,
        id);
    place.run(owner.tenant(), UUID.fromString(id));

    JsonNode done = read(id);
    assertThat(done.path("state").asText()).isEqualTo("failed");
    assertThat(done.path("attempts")).hasSize(1);
    assertThat(done.at("/attempts/0/problem").asText()).contains("Nobody knows");
    assertThat(placedAtTwilio()).isEmpty();
  }

  @Test
  void anAttemptThatTwilioSpeaksOfIsGoingOn() throws SQLException {
    String id =
        asked(
            "{'to': '%s', 'purpose': 'Your visit.', 'at': '%s'}"
                .formatted("+12125550121", Instant.now().plus(Duration.ofDays(1))));
    sql("update tenant.outbound_call set scheduled_at = now() where id = ?", id);
    var step = service.bean(Placing.class).begin(owner.tenant(), UUID.fromString(id));
    var order = ((Placing.Step.Dial) step).order();
    // Twilio does as it was asked, and its answer is lost.
    String sid = service.bean(OutgoingCalls.class).place(owner.tenant(), order);

    await()
        .until(
            () ->
                owner
                    .api()
                    .get("/api/phone/call-status/" + sid)
                    .body()
                    .path("status")
                    .asText()
                    .equals("ringing"));
    service.bean(PlaceCall.class).run(owner.tenant(), UUID.fromString(id));

    assertThat(read(id).path("state").asText()).isEqualTo("calling");
    assertThat(placedAtTwilio()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'purpose': 'Your visit.'}                                       | 422 | /to",
        "{'to': '12', 'purpose': 'Your visit.'}                           | 422 | /to",
        "{'to': '+12125550120'}                                           | 422 | /purpose",
        "{'to': '+12125550120', 'purpose': ' '}                           | 422 | /purpose",
        "{'to': '+12125550120', 'purpose': 'a', 'recurrence': 'FREQ=DAILY'} | 422 | /recurrence",
        "{'to': '+12125550120', 'purpose': 'a', 'script_type': 'song'}    | 422 | /script_type",
        "{'to': '+12125550120', 'purpose': 'a', 'at': '2020-01-01T00:00:00Z'} | 422 | /at",
        "{'to': '+12125550120', 'purpose': 'a', 'at': '2099-01-01T00:00:00Z'} | 422 | /at",
      })
  void whatMakesNoSenseIsPointedAt(String body, int status, String pointer) {
    Answer answer = owner.api().post(PATH, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(owner.api().get(PATH).body().path("data")).isEmpty();
  }

  @Test
  void nobodyCallsThemselves() {
    Answer answer =
        owner.api().post(PATH, "{'to': '%s', 'purpose': 'Hello.'}".formatted(numbers().getFirst()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/to");
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/voice/make-call", "/api/phone/outbound-call"})
  void programsOfEarlierDaysHaveSomebodyCalled(String path) {
    Answer made = owner.api().post(path, "{'to_number': '+12125550122', 'script_type': 'default'}");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(made.body().path("success").asBoolean()).isTrue();
    assertThat(made.body().path("message").asText()).isNotBlank();
    assertThat(made.body().properties()).hasSize(3);
    String sid = made.body().path("call_sid").asText();
    assertThat(sid).startsWith("CA");
    await()
        .until(
            () ->
                owner
                    .api()
                    .get("/api/phone/call-status/" + sid)
                    .body()
                    .path("status")
                    .asText()
                    .equals("busy"));
    assertThat(placedAtTwilio()).hasSize(1);
  }

  @Test
  void programsOfEarlierDaysAreToldWhatForbidsIt() {
    agree(new Allowance(0, null, null, null));

    Answer made = owner.api().post("/api/v1/voice/make-call", "{'to_number': '%s'}".formatted(SAM));

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.body().path("success").asBoolean(true)).isFalse();
    assertThat(made.body().path("call_sid").isNull()).isTrue();
    assertThat(made.body().path("message").asText()).contains("As many calls");
  }

  private String asked(String body) {
    Answer answer = owner.api().post(PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private JsonNode read(String id) {
    return owner.api().get(PATH + "/" + id).body();
  }

  private JsonNode awaits(String id, Predicate<JsonNode> what) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> what.test(read(id)));
    return read(id);
  }

  private List<String> numbers() {
    return owner.api().get("/api/v1/phone-numbers").body().path("data").findValuesAsText("number");
  }

  /// What the simulated line saw of the call.
  private JsonNode seen(JsonNode outbound) {
    String sid = outbound.at("/attempts/0/call_sid").asText();
    return owner.api().get("/api/v1/sandbox/calls/" + sid).body();
  }

  private List<String> heard(JsonNode outbound) {
    var words = new ArrayList<String>();
    for (JsonNode turn : seen(outbound).path("turns")) {
      if (turn.path("speaker").asText().equals("receptionist")) {
        words.add(turn.path("words").asText());
      }
    }
    return words;
  }

  private List<String> placedAtTwilio() {
    return new TwilioByHand(service, owner).placedCalls();
  }

  private void agree(Allowance limits) {
    var standings = service.bean(TenantStandings.class);
    service
        .bean(Tenancy.class)
        .run(owner.tenant(), () -> standings.agree(owner.tenant(), Plan.STANDARD, limits));
  }

  /// The types of what happened to one, in order.
  private static List<String> events(String subject) {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "select type from tenant.event where subject_id = ? order by id")) {
      statement.setObject(1, UUID.fromString(subject));
      var types = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          types.add(rows.getString(1));
        }
      }
      return types;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sql(String sql, String id) throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(id));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}

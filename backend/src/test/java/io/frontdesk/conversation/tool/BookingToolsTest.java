package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What callers can do with appointments, and with whose. Callers speak of Tuesday next week.
class BookingToolsTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String MARIA = "+12125550123";
  private static final String KIM = "+12125550188";

  private final LocalDate tuesday =
      LocalDate.now(NEW_YORK).with(DayOfWeek.MONDAY).plusWeeks(1).with(DayOfWeek.TUESDAY);
  private final RunningService service = RunningService.shared();
  private final ToolBox tools = service.bean(ToolBox.class);
  private final Owner owner = Owner.signUp(service, "Acme");

  @Test
  void whatIsFreeIsToldAndHeldForTheCaller() {
    OnCall maria = onCall(MARIA);

    JsonNode told = run(maria, "check_availability", "{'when': 'next Tuesday at ten'}");

    assertThat(told.path("say").asText()).endsWith("at 10 AM is free. Shall I book it?");
    assertThat(book(onCall(KIM), "next Tuesday at ten").path("say").asText())
        .startsWith("That time is taken. How about");
    assertThat(free()).as("the page does not offer it either").doesNotContain(at(10));
    assertThat(
            owner
                .api()
                .post("/api/v1/appointments", "{'starts_at': '%s', 'name': 'x'}".formatted(at(10)))
                .status())
        .isEqualTo(409);
    assertThat(book(maria, "next Tuesday at ten").path("ok").asBoolean()).isTrue();
    assertThat(appointments()).hasSize(1);
  }

  @Test
  void whatIsHeldTooLongIsFreeAgain() throws SQLException {
    OnCall maria = onCall(MARIA);
    run(maria, "check_availability", "{'when': 'next Tuesday at ten'}");
    assertThat(free()).doesNotContain(at(10));

    letTimePass();

    assertThat(free()).contains(at(10));
    assertThat(book(onCall(KIM), "next Tuesday at ten").path("ok").asBoolean()).isTrue();
    assertThat(book(maria, "next Tuesday at ten").path("ok").asBoolean()).isFalse();
  }

  @Test
  void whoAsksForAnotherTimeLetsTheFirstOneGo() {
    OnCall maria = onCall(MARIA);
    run(maria, "check_availability", "{'when': 'next Tuesday at ten'}");

    run(maria, "check_availability", "{'when': 'next Tuesday at two'}");

    assertThat(free()).contains(at(10)).doesNotContain(at(14));
  }

  @Test
  void aWholeDayIsAskedAfter() {
    JsonNode told =
        run(onCall(MARIA), "check_availability", "{'when': 'some time next Tuesday afternoon'}");

    assertThat(told.path("say").asText()).contains("noon").contains("4 PM");
    assertThat(told.path("free").get(0).asText()).isEqualTo(tuesday + "T12:00");
  }

  /// The second of the month is a day on which nobody was offered anything.
  @Test
  void theSecondOneIsTheSecondOfThoseThatWereOffered() {
    book(onCall(KIM), "next Tuesday at ten");
    OnCall maria = onCall(MARIA);
    JsonNode taken = book(maria, "next Tuesday at ten");
    assertThat(taken.path("say").asText()).contains("How about", "11 AM, or noon");

    JsonNode booked = book(maria, "The second one, please.");

    assertThat(booked.path("starts_at").asText()).isEqualTo(at(12).toString());
    assertThat(book(maria, "The second one, please."))
        .as("the same wish, whatever id the model gives it")
        .isEqualTo(booked);
    book(onCall(KIM), "next Tuesday at two");
    book(maria, "next Tuesday at two");
    assertThat(book(maria, "The second one, please.").path("starts_at").asText())
        .as("of what was offered since")
        .isEqualTo(at(16).toString());
  }

  @Test
  void anAppointmentIsMovedToTheFirstOfThoseThatWereOffered() {
    book(onCall(KIM), "next Tuesday at ten");
    OnCall maria = onCall(MARIA);
    book(maria, "next Tuesday at two");
    run(maria, "move_appointment", "{'when': 'next Tuesday at ten'}");

    JsonNode moved = run(maria, "move_appointment", "{'when': 'the first one'}");

    assertThat(moved.path("say").asText()).contains("11 AM");
  }

  @Test
  void whatIsBookedTwiceOnOneCallIsBookedOnce() {
    OnCall maria = onCall(MARIA);

    JsonNode once = book(maria, "next Tuesday at ten");
    JsonNode twice = book(maria, "next Tuesday, ten AM");

    assertThat(twice).isEqualTo(once);
    assertThat(appointments()).hasSize(1);
  }

  @Test
  void theSameTimeIsBookedAnewOnceItWasCancelled() {
    OnCall maria = onCall(MARIA);
    book(maria, "next Tuesday at ten");
    run(maria, "cancel_appointment", "{}");

    JsonNode again = book(maria, "next Tuesday at ten");

    assertThat(again.path("ok").asBoolean()).isTrue();
    assertThat(appointments()).containsExactly(at(10).toString());
  }

  @Test
  void whatIsCancelledAlreadyIsSaidToBe() {
    OnCall maria = onCall(MARIA);
    book(maria, "next Tuesday at ten");
    book(maria, "next Tuesday at two");
    JsonNode first = run(maria, "cancel_appointment", "{'which': 'next Tuesday at two'}");

    JsonNode again = run(maria, "cancel_appointment", "{'which': 'the one next Tuesday at two'}");
    JsonNode moved =
        run(
            maria,
            "move_appointment",
            "{'which': 'next Tuesday at two', 'when': 'next Tuesday at three'}");

    assertThat(again.path("ok").asBoolean()).isTrue();
    assertThat(again.path("say").asText()).endsWith("2 PM is cancelled already.");
    assertThat(again.path("appointment_id")).isEqualTo(first.path("appointment_id"));
    assertThat(moved.path("say").asText()).contains("2 PM is cancelled. Shall I book a new one");
    assertThat(appointments()).as("the other one stands").containsExactly(at(10).toString());
    run(maria, "cancel_appointment", "{}");
    assertThat(run(onCall(MARIA), "cancel_appointment", "{}").path("say").asText())
        .as("in a later call, too")
        .endsWith("10 AM is cancelled already.");
    assertThat(audited()).containsExactly("cancel", "cancel", "book", "book");
  }

  @Test
  void whoMovesOnTheTelephoneGivesTheNoticeThatBookingNeeds() {
    book(onCall(MARIA), "next Tuesday at ten");
    String service = owner.api().get("/api/v1/services").body().at("/data/0/id").asText();
    owner.api().patch("/api/v1/services/" + service, "{'minimum_notice_minutes': 40320}");

    JsonNode moved = run(onCall(MARIA), "move_appointment", "{'when': 'next Tuesday at two'}");

    assertThat(moved.path("ok").asBoolean()).isFalse();
    assertThat(appointments()).containsExactly(at(10).toString());
    String booked =
        owner.api().get("/api/v1/appointments?status=booked").body().at("/data/0/id").asText();
    assertThat(
            owner
                .api()
                .patch("/api/v1/appointments/" + booked, "{'starts_at': '%s'}".formatted(at(14)))
                .status())
        .as("who works here may")
        .isEqualTo(200);
  }

  @Test
  void whatIsHeldIsFreeAsSoonAsTheCallerHangsUp() {
    OnCall maria = onCall(MARIA);
    run(maria, "check_availability", "{'when': 'next Tuesday at ten'}");
    assertThat(free()).doesNotContain(at(10));

    service
        .bean(CallLog.class)
        .close(owner.tenant(), maria.callId(), CallState.COMPLETED, Instant.now(), null);

    assertThat(free()).contains(at(10));
  }

  @Test
  void callersMoveTheirOwnAppointments() {
    book(onCall(MARIA), "next Tuesday at ten");
    book(onCall(KIM), "next Tuesday at two");
    OnCall later = onCall(MARIA);

    JsonNode taken = run(later, "move_appointment", "{'when': 'next Tuesday at two'}");
    assertThat(taken.path("say").asText()).startsWith("That time is taken. How about");
    assertThat(appointments()).contains(at(10).toString());

    JsonNode moved = run(later, "move_appointment", "{'when': 'next Tuesday at half past ten'}");
    assertThat(moved.path("ok").asBoolean()).as(moved.toString()).isTrue();
    assertThat(appointments())
        .containsExactlyInAnyOrder(
            at(14).toString(), at(10).plus(Duration.ofMinutes(30)).toString());
    assertThat(audited()).containsExactly("move", "book", "book");
  }

  @Test
  void callersCancelTheirOwnAppointmentsOnly() {
    book(onCall(MARIA), "next Tuesday at ten");

    JsonNode others = run(onCall(KIM), "cancel_appointment", "{}");
    JsonNode withheld = run(onCall(null), "cancel_appointment", "{}");
    assertThat(List.of(others, withheld))
        .allSatisfy(
            output -> {
              assertThat(output.path("ok").asBoolean()).isFalse();
              assertThat(output.path("say").asText()).startsWith("I cannot find an appointment");
            });
    assertThat(appointments()).hasSize(1);

    JsonNode own = run(onCall(MARIA), "cancel_appointment", "{}");
    assertThat(own.path("say").asText()).startsWith("Cancelled: your appointment on Tuesday");
    assertThat(appointments()).isEmpty();
    assertThat(audited()).containsExactly("cancel", "book");
  }

  @Test
  void whoHasSeveralIsAskedWhich() {
    OnCall maria = onCall(MARIA);
    book(maria, "next Tuesday at ten");
    book(maria, "next Tuesday at two");

    JsonNode asked = run(maria, "cancel_appointment", "{}");
    assertThat(asked.path("argument").asText()).isEqualTo("which");
    assertThat(asked.path("say").asText()).contains("10 AM").contains("2 PM");

    run(maria, "cancel_appointment", "{'which': 'the one next Tuesday at two'}");
    assertThat(appointments()).containsExactly(at(10).toString());
  }

  @Test
  void theOneThatIsMeantMayBeSaidByItsPlace() {
    OnCall maria = onCall(MARIA);
    book(maria, "next Tuesday at ten");
    book(maria, "next Tuesday at two");

    assertThat(run(maria, "cancel_appointment", "{'which': 'both'}").path("argument").asText())
        .isEqualTo("which");
    run(maria, "cancel_appointment", "{'which': 'the second one'}");

    assertThat(appointments()).containsExactly(at(10).toString());
  }

  @Test
  void nothingThatIsNoAddressIsTakenForOne() {
    JsonNode output =
        run(
            onCall(MARIA),
            "schedule_appointment",
            "{'name': 'Maria', 'when': 'next Tuesday at ten', 'email': 'maria at example'}");

    assertThat(output.path("argument").asText()).isEqualTo("email");
    assertThat(appointments()).isEmpty();
  }

  private JsonNode book(OnCall on, String when) {
    return run(on, "schedule_appointment", "{'name': 'Somebody', 'when': '%s'}".formatted(when));
  }

  private JsonNode run(OnCall on, String tool, String arguments) {
    var done = new CompletableFuture<ToolFinished>();
    tools.run(
        on,
        new FunctionCall("call_" + UUID.randomUUID(), tool, arguments.replace('\'', '"')),
        done::complete);
    return done.orTimeout(60, TimeUnit.SECONDS).join().call().output();
  }

  private OnCall onCall(@Nullable String from) {
    var tenant = owner.tenant();
    var call = new PracticeCalls(service, tenant).answered(from);
    var business =
        service.bean(Tenancy.class).run(tenant, () -> service.bean(Businesses.class).of(tenant));
    return new OnCall(
        tenant,
        call,
        business,
        from == null ? null : new E164(from),
        new E164("+12125550199"),
        Duration.ZERO);
  }

  private List<String> appointments() {
    return owner
        .api()
        .get("/api/v1/appointments?status=booked")
        .body()
        .path("data")
        .findValuesAsText("starts_at");
  }

  private List<Instant> free() {
    return owner
        .api()
        .get("/api/v1/availability?from=%s&to=%s".formatted(at(0), at(23)))
        .body()
        .path("data")
        .findValuesAsText("starts_at")
        .stream()
        .map(Instant::parse)
        .toList();
  }

  /// What was done to appointments, newest first.
  private List<String> audited() {
    return owner
        .api()
        .get("/api/v1/audit-log?resource=appointment")
        .body()
        .path("data")
        .findValuesAsText("action");
  }

  private void letTimePass() throws SQLException {
    try (var connection = TestDatabase.logins().owner().connect();
        var statement =
            connection.prepareStatement(
                "update tenant.appointment set held_until = now() - interval '1 second'"
                    + " where tenant_id = ? and status = 'held'")) {
      statement.setObject(1, owner.tenant().value());
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  private Instant at(int hour) {
    return tuesday.atTime(hour, 0).atZone(NEW_YORK).toInstant();
  }
}

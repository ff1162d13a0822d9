package io.frontdesk.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.PracticeCalls;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Booking over the API.
class AppointmentTest {
  private static final String APPOINTMENTS = "/api/v1/appointments";

  private final LocalDate tuesday =
      LocalDate.now(ZoneId.of("America/New_York")).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final PracticeCalls practice = new PracticeCalls(service, owner.tenant());

  @Test
  void whatIsBookedIsNotFreeAnyMore() {
    String all = "/api/v1/availability?from=%s&to=%s".formatted(at(0), at(23));
    var before = owner.api().get(all).body().path("data");
    var booked = book(owner, at(10));

    assertThat(before).hasSize(15);
    assertThat(before.get(0).path("starts_at").asText()).isEqualTo(at(9).toString());
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    assertThat(booked.body().path("ends_at").asText()).isEqualTo(at(11).toString());
    assertThat(booked.body().path("status").asText()).isEqualTo("booked");
    assertThat(owner.api().get(all).body().path("data")).hasSize(12);
  }

  @Test
  void ofAHundredWhoWantOneTimeOneGetsIt() throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 100; i++) {
        tries.add(() -> book(owner, at(14)).status());
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : callers.invokeAll(tries)) {
        statuses.add(answer.get());
      }

      assertThat(statuses).containsOnly(201, 409);
      assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }
  }

  @Test
  void ofTwoWhoSwapTheirTimesAtOnceEachIsAnswered() throws Exception {
    String first = owner.api().get("/api/v1/staff").body().at("/data/0/id").asText();
    String second = owner.api().post("/api/v1/staff", "{'name': 'Sam'}").body().path("id").asText();
    String early = with(first, at(10));
    String late = with(second, at(14));
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        var tries = new ArrayList<Callable<Api.Answer>>();
        tries.add(() -> move(early, second, at(14)));
        tries.add(() -> move(late, first, at(10)));
        for (var answer : callers.invokeAll(tries)) {
          assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(409);
          assertThat(answer.get().body().path("type").asText()).isEqualTo("/problems/slot_taken");
        }
      }
    }

    assertThat(starts(APPOINTMENTS))
        .containsExactlyInAnyOrder(at(10).toString(), at(14).toString());
  }

  private String with(String staff, Instant at) {
    var booked =
        owner
            .api()
            .post(
                APPOINTMENTS,
                "{'starts_at': '%s', 'staff_id': '%s', 'name': 'Maria'}".formatted(at, staff));
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    return booked.body().path("id").asText();
  }

  private Api.Answer move(String id, String staff, Instant at) {
    return owner
        .api()
        .patch(
            APPOINTMENTS + "/" + id, "{'starts_at': '%s', 'staff_id': '%s'}".formatted(at, staff));
  }

  @Test
  void aTimeThatCannotBeIsPointedAt() {
    assertThat(book(owner, at(22)).body().at("/errors/0/pointer").asText())
        .as("closed")
        .isEqualTo("/starts_at");
    assertThat(book(owner, at(16).plusSeconds(60)).status()).as("not over at five").isEqualTo(422);
    assertThat(book(owner, Instant.parse("2020-01-07T15:00:00Z")).status())
        .as("past")
        .isEqualTo(422);
    var unknown =
        owner
            .api()
            .post(
                "/api/v1/appointments",
                "{'service_id': '%s', 'starts_at': '%s', 'name': 'x'}"
                    .formatted(UUID.randomUUID(), at(9)));
    assertThat(unknown.body().at("/errors/0/pointer").asText()).isEqualTo("/service_id");
    assertThat(
            owner.api().get("/api/v1/availability?from=%s&to=%s".formatted(at(9), at(8))).status())
        .isEqualTo(422);
    assertThat(owner.api().get("/api/v1/availability?from=soon&to=later").status()).isEqualTo(400);
    assertThat(owner.api().get("/api/v1/availability").status()).isEqualTo(400);
  }

  @Test
  void anAppointmentIsMovedToAFreeTimeOnly() {
    book(owner, at(9));
    String id = book(owner, at(11)).body().path("id").asText();
    String path = "/api/v1/appointments/" + id;

    assertThat(owner.api().patch(path, "{'starts_at': '%s'}".formatted(at(9))).status())
        .isEqualTo(409);
    var moved =
        owner.api().patch(path, "{'starts_at': '%s', 'reason': 'Spring'}".formatted(at(13)));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.body().path("ends_at").asText()).isEqualTo(at(14).toString());
    assertThat(moved.body().path("reason").asText()).isEqualTo("Spring");
    assertThat(
            owner
                .api()
                .send("PATCH", path, "{'name': 'Late'}", Map.of("If-Match", "\"0\""))
                .status())
        .isEqualTo(412);
  }

  @Test
  void aCancelledTimeIsFreeAgain() {
    String id = book(owner, at(15)).body().path("id").asText();

    assertThat(owner.api().delete("/api/v1/appointments/" + id).status()).isEqualTo(204);

    assertThat(book(owner, at(15)).status()).isEqualTo(201);
    assertThat(owner.api().get("/api/v1/appointments?status=cancelled").body().path("data"))
        .hasSize(1);
    assertThat(owner.api().get("/api/v1/appointments?limit=1").body().path("next_cursor").asText())
        .isNotBlank();
  }

  @Test
  void aCancelledAppointmentStandsAgainWhereItsTimeIsStillFree() {
    String id = book(owner, at(10)).body().path("id").asText();
    String path = APPOINTMENTS + "/" + id;
    owner.api().delete(path);

    assertThat(owner.api().patch(path, "{'starts_at': '%s'}".formatted(at(13))).body().path("type"))
        .as("what is cancelled is not moved")
        .hasToString("\"/problems/appointment_cancelled\"");
    var undone = owner.api().patch(path, "{'status': 'booked'}");
    assertThat(undone.status()).as(undone.text()).isEqualTo(200);
    assertThat(undone.body().path("status").asText()).isEqualTo("booked");
    assertThat(book(owner, at(10)).status()).as("its time is taken again").isEqualTo(409);

    owner.api().patch(path, "{'status': 'cancelled'}");
    book(owner, at(10));
    var late = owner.api().patch(path, "{'status': 'booked'}");
    assertThat(late.status()).as(late.text()).isEqualTo(409);
    assertThat(late.body().path("type").asText()).isEqualTo("/problems/slot_taken");
    assertThat(practice.events(UUID.fromString(id)))
        .containsExactly(
            "appointment.booked",
            "appointment.cancelled",
            "appointment.booked",
            "appointment.cancelled");
  }

  @Test
  void theSameChangeTwiceIsOneChange() {
    String id = book(owner, at(10)).body().path("id").asText();
    String path = APPOINTMENTS + "/" + id;
    String move = "{'starts_at': '%s'}".formatted(at(13));

    var first = owner.api().patch(path, move);
    var second = owner.api().patch(path, move);
    owner.api().delete(path);
    owner.api().delete(path);

    assertThat(second.header("etag")).isEqualTo(first.header("etag"));
    assertThat(practice.events(UUID.fromString(id)))
        .containsExactly("appointment.booked", "appointment.updated", "appointment.cancelled");
  }

  @Test
  void anAppointmentMayMoveIntoItsOwnTime() {
    String id = book(owner, at(10)).body().path("id").asText();
    String free =
        "/api/v1/availability?from=%s&to=%s&service_id=%s"
            .formatted(
                at(10),
                at(12),
                owner.api().get(APPOINTMENTS + "/" + id).body().path("service_id").asText());

    assertThat(starts(free)).containsExactly(at(11).toString());
    assertThat(starts(free + "&appointment_id=" + id)).hasSize(3);
    assertThat(
            owner
                .api()
                .patch(
                    APPOINTMENTS + "/" + id,
                    "{'starts_at': '%s'}".formatted(at(10).plusSeconds(1800)))
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatIsPastIsNotFree() {
    Instant now = Instant.now();

    assertThat(
            starts(
                "/api/v1/availability?from=%s&to=%s".formatted(now.minus(Duration.ofDays(8)), now)))
        .isEmpty();
    assertThat(
            starts(
                "/api/v1/availability?from=%s&to=%s"
                    .formatted(now.minus(Duration.ofDays(20)), now.plus(Duration.ofDays(20)))))
        .isNotEmpty()
        .allMatch(start -> Instant.parse(start).isAfter(now));
  }

  @Test
  void timesOutsideTheCalendarAreRefused() {
    for (String time :
        new String[] {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"}) {
      var answer =
          owner.api().post(APPOINTMENTS, "{'starts_at': '%s', 'name': 'x'}".formatted(time));
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/starts_at");
    }
    assertThat(book(owner, Instant.parse("9999-01-05T15:00:00Z")).status()).isEqualTo(422);
    assertThat(
            owner
                .api()
                .get(
                    "/api/v1/availability?from=%2B999999999-01-01T00:00:00Z"
                        + "&to=%2B1000000000-12-31T23:59:59Z")
                .status())
        .isEqualTo(422);
  }

  @Test
  void anotherBusinesssAppointmentIsNotThere() {
    String id = book(owner, at(12)).body().path("id").asText();
    Owner other = Owner.signUp(service, "Best");
    String path = "/api/v1/appointments/" + id;

    assertThat(other.api().get(path).status()).isEqualTo(404);
    assertThat(other.api().patch(path, "{'name': 'Mine'}").status()).isEqualTo(404);
    assertThat(other.api().delete(path).status()).isEqualTo(404);
    assertThat(other.api().get("/api/v1/appointments").body().path("data")).isEmpty();
    assertThat(book(other, at(12)).status()).as("its own calendar is free").isEqualTo(201);
  }

  private Api.Answer book(Owner owner, Instant at) {
    return owner
        .api()
        .post(
            "/api/v1/appointments",
            "{'starts_at': '%s', 'name': 'Maria Lopez', 'phone': '+14155550123'}".formatted(at));
  }

  private List<String> starts(String path) {
    var answer = owner.api().get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().path("data").findValuesAsText("starts_at");
  }

  /// That hour of next Tuesday, in New York.
  private Instant at(int hour) {
    return tuesday.atTime(LocalTime.of(hour, 0)).atZone(ZoneId.of("America/New_York")).toInstant();
  }
}

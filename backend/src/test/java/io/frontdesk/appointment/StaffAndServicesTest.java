package io.frontdesk.appointment;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who does what and when they work decides what can be booked, over the API.
class StaffAndServicesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final LocalDate tuesday =
      LocalDate.now(NEW_YORK).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");
  private final String first = owner.api().get("/api/v1/staff").body().at("/data/0/id").asText();
  private final String visit =
      created("/api/v1/services", "{'name': 'Visit', 'duration_minutes': 60}");

  @Test
  void aServiceIsBookedWithThoseWhoDoItOnly() {
    String robin = created("/api/v1/staff", "{'name': 'Robin'}");
    change("/api/v1/services/" + visit, "{'staff_ids': ['%s']}".formatted(robin));

    assertThat(
            owner
                .api()
                .get(day("&service_id=" + visit))
                .body()
                .path("data")
                .findValuesAsText("staff_id"))
        .isNotEmpty()
        .containsOnly(robin);
    assertThat(
            book(at(10), "'staff_id': '%s',".formatted(first))
                .body()
                .at("/errors/0/pointer")
                .asText())
        .isEqualTo("/staff_id");
    assertThat(book(at(10), "").body().path("staff_id").asText()).isEqualTo(robin);
    assertThat(book(at(10), "").status()).as("nobody else does it").isEqualTo(409);
    assertThat(
            owner
                .api()
                .patch(
                    "/api/v1/services/" + visit,
                    "{'staff_ids': ['%s']}".formatted(UUID.randomUUID()))
                .body()
                .at("/errors/0/pointer")
                .asText())
        .isEqualTo("/staff_ids/0");
  }

  @Test
  void staffAreBookedInHoursOfTheirOwn() {
    change(
        "/api/v1/staff/" + first,
        "{'hours': {'tuesday': [{'opens': '13:00', 'closes': '15:00'}]}}");

    assertThat(starts(day("&service_id=" + visit)))
        .containsExactly(at(13), at(13).plus(Duration.ofMinutes(30)), at(14));
    assertThat(book(at(10), "").status()).isEqualTo(422);
    assertThat(book(at(14), "").status()).isEqualTo(201);
  }

  @Test
  void hoursThatCannotBeAreRefusedWhereTheyStand() {
    var closesFirst =
        owner
            .api()
            .patch(
                "/api/v1/staff/" + first,
                "{'hours': {'monday': [{'opens': '17:00', 'closes': '09:00'}]}}");
    var overlapping =
        owner
            .api()
            .post(
                "/api/v1/staff",
                "{'name': 'Kim', 'hours': {'friday': [{'opens': '09:00', 'closes': '12:00'},"
                    + " {'opens': '11:00', 'closes': '13:00'}]}}");

    assertThat(closesFirst.status()).isEqualTo(422);
    assertThat(closesFirst.body().at("/errors/0/pointer").asText())
        .isEqualTo("/hours/monday/0/closes");
    assertThat(overlapping.body().at("/errors/0/pointer").asText())
        .isEqualTo("/hours/friday/1/opens");
    assertThat(
            owner
                .api()
                .patch("/api/v1/staff/" + first, "{'hours': {'monday': [{'opens': '25:00'}]}}")
                .status())
        .isBetween(400, 422);
    assertThat(owner.api().patch("/api/v1/business", "{'time_zone': 'Mars/Olympus'}").status())
        .isBetween(400, 422);
  }

  @Test
  void whoIsAwayIsNotBooked() {
    String timeOff = "/api/v1/staff/%s/time-off".formatted(first);
    String id =
        created(
            timeOff,
            "{'starts_at': '%s', 'ends_at': '%s', 'reason': 'Dentist'}".formatted(at(9), at(13)));

    assertThat(starts(day("&service_id=" + visit)).getFirst()).isEqualTo(at(13));
    assertThat(book(at(12), "").status()).isEqualTo(409);
    assertThat(owner.api().get(timeOff).body().at("/data/0/reason").asText()).isEqualTo("Dentist");
    assertThat(
            owner
                .api()
                .post(timeOff, "{'starts_at': '%s', 'ends_at': '%s'}".formatted(at(13), at(9)))
                .body()
                .at("/errors/0/pointer")
                .asText())
        .isEqualTo("/ends_at");

    assertThat(owner.api().delete(timeOff + "/" + id).status()).isEqualTo(204);
    assertThat(owner.api().delete(timeOff + "/" + id).status()).isEqualTo(404);
    assertThat(book(at(12), "").status()).isEqualTo(201);
  }

  @Test
  void buffersOfBothAreKeptFree() {
    change(
        "/api/v1/services/" + visit, "{'buffer_before_minutes': 30, 'buffer_after_minutes': 30}");

    assertThat(book(at(12), "").status()).isEqualTo(201);

    assertThat(starts(day("&service_id=" + visit)))
        .doesNotContain(at(10).plus(Duration.ofMinutes(30)), at(11), at(13))
        .contains(at(10), at(14));
    assertThat(book(at(13), "").status()).isEqualTo(409);
    assertThat(book(at(14), "").status()).isEqualTo(201);
    assertThat(book(at(10), "").status()).isEqualTo(201);
  }

  @Test
  void noticeAndHorizonBindWhoBooks() {
    long minutes = Duration.between(Instant.now(), at(12)).toMinutes();
    change("/api/v1/services/" + visit, "{'minimum_notice_minutes': %d}".formatted(minutes));

    assertThat(book(at(11), "").status()).as("too soon").isEqualTo(422);
    assertThat(starts(day("&service_id=" + visit)).getFirst()).isAfterOrEqualTo(at(12));
    String late = book(at(15), "").body().path("id").asText();
    assertThat(
            owner
                .api()
                .patch("/api/v1/appointments/" + late, "{'starts_at': '%s'}".formatted(at(11)))
                .status())
        .as("what is known of needs no notice")
        .isEqualTo(200);

    change("/api/v1/services/" + visit, "{'minimum_notice_minutes': 0, 'horizon_days': 1}");
    Instant nextWeek = tuesday.plusWeeks(1).atTime(11, 0).atZone(NEW_YORK).toInstant();
    assertThat(book(nextWeek, "").body().at("/errors/0/detail").asText())
        .isEqualTo("is too far ahead: this can be booked 1 days ahead at most");
  }

  @Test
  void anAppointmentIsMovedToSomebodyElse() {
    String robin = created("/api/v1/staff", "{'name': 'Robin'}");
    String id = book(at(10), "'staff_id': '%s',".formatted(first)).body().path("id").asText();
    book(at(10), "'staff_id': '%s',".formatted(robin));
    String path = "/api/v1/appointments/" + id;
    String toRobin = "{'staff_id': '%s'}".formatted(robin);

    assertThat(owner.api().patch(path, toRobin).status()).as("Robin is busy then").isEqualTo(409);
    assertThat(owner.api().get(path).body().path("staff_id").asText()).isEqualTo(first);

    var moved =
        owner.api().patch(path, "{'staff_id': '%s', 'starts_at': '%s'}".formatted(robin, at(12)));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.body().path("staff_id").asText()).isEqualTo(robin);
    assertThat(
            owner
                .api()
                .patch(path, "{'staff_id': '%s'}".formatted(UUID.randomUUID()))
                .body()
                .at("/errors/0/pointer")
                .asText())
        .isEqualTo("/staff_id");
  }

  private Api.Answer book(Instant at, String staff) {
    return owner
        .api()
        .post(
            "/api/v1/appointments",
            "{'service_id': '%s', %s 'starts_at': '%s', 'name': 'Maria'}"
                .formatted(visit, staff, at));
  }

  private String created(String path, String body) {
    var answer = owner.api().post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private void change(String path, String patch) {
    var answer = owner.api().patch(path, patch);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private List<Instant> starts(String path) {
    var answer = owner.api().get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().path("data").findValuesAsText("starts_at").stream()
        .map(Instant::parse)
        .toList();
  }

  private String day(String more) {
    return "/api/v1/availability?from=%s&to=%s%s".formatted(at(0), at(23), more);
  }

  /// That hour of next Tuesday, in New York.
  private Instant at(int hour) {
    return tuesday.atTime(LocalTime.of(hour, 0)).atZone(NEW_YORK).toInstant();
  }
}

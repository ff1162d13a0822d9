package io.frontdesk.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Booking over the API.
class AppointmentTest {
  private final LocalDate tuesday =
      LocalDate.now(ZoneId.of("America/New_York")).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

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
  void anotherBusinesssAppointmentIsNotThere() {
    String id = book(owner, at(12)).body().path("id").asText();
    Owner other = Owner.signUp(service, "Best");
    String path = "/api/v1/appointments/" + id;

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

  /// That hour of next Tuesday, in New York.
  private Instant at(int hour) {
    return tuesday.atTime(LocalTime.of(hour, 0)).atZone(ZoneId.of("America/New_York")).toInstant();
  }
}

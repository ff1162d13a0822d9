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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Finding appointments: by week, by words, by whom they are for.
class AppointmentListTest {
  private static final String APPOINTMENTS = "/api/v1/appointments";
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final LocalDate tuesday =
      LocalDate.now(NEW_YORK).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @Test
  void aWeekOfTheCalendarIsAskedForByItsBounds() {
    book(at(9));
    book(at(15));
    String week = APPOINTMENTS + "?starts_from=%s&starts_before=%s";

    assertThat(starts(week.formatted(at(9), at(15)))).containsExactly(at(9).toString());
    assertThat(starts(week.formatted(at(10), at(16)))).containsExactly(at(15).toString());
    assertThat(starts(APPOINTMENTS + "?starts_before=%2B900000000-01-01T00:00:00Z")).hasSize(2);
  }

  @Test
  void appointmentsAreSearchedByWhoComesWhatForAndNumber() {
    String id = book(at(9)).body().path("id").asText();
    owner.api().patch(APPOINTMENTS + "/" + id, "{'reason': 'Opener is 100% dead'}");

    for (String q : new String[] {"lopez", "OPENER", "100%25", "(415)%20555-0123"}) {
      assertThat(starts(APPOINTMENTS + "?q=" + q)).as(q).hasSize(1);
    }
    assertThat(starts(APPOINTMENTS + "?q=nobody")).isEmpty();
    assertThat(owner.api().get(APPOINTMENTS + "?q=%00").status()).isEqualTo(422);
  }

  @Test
  void appointmentsOfOneLeadAreThoseOfItsCallsAndItsNumber() {
    book(at(9));
    owner.api().post(APPOINTMENTS, "{'starts_at': '%s', 'name': 'Another'}".formatted(at(12)));
    String lead =
        owner.api().post("/api/v1/leads", "{'phone': '+14155550123'}").body().path("id").asText();

    assertThat(starts(APPOINTMENTS + "?lead_id=" + lead)).containsExactly(at(9).toString());
  }

  @Test
  void oneAppointmentIsReadByItself() {
    var booked = book(at(9)).body();

    var answer = owner.api().get(APPOINTMENTS + "/" + booked.path("id").asText());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(booked);
    assertThat(answer.header("etag")).isEqualTo("\"0\"");
    assertThat(owner.api().get(APPOINTMENTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  private Api.Answer book(Instant at) {
    return owner
        .api()
        .post(
            APPOINTMENTS,
            "{'starts_at': '%s', 'name': 'Maria Lopez', 'phone': '+14155550123'}".formatted(at));
  }

  private List<String> starts(String path) {
    var answer = owner.api().get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body().path("data").findValuesAsText("starts_at");
  }

  /// That hour of next Tuesday, in New York.
  private Instant at(int hour) {
    return tuesday.atTime(LocalTime.of(hour, 0)).atZone(NEW_YORK).toInstant();
  }
}

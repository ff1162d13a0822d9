package io.frontdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Confirmations of appointments.
class AppointmentMailTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final LocalDate tuesday =
      LocalDate.now(NEW_YORK).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
  private final Owner owner = Owner.signUp(RunningService.shared(), "Ace & Sons");

  @Test
  void whoComesIsToldWhenItIsBookedMovedAndCancelled() {
    String path = "/api/v1/appointments/" + book("'email': 'maria@example.com',");
    owner.api().patch(path, "{'reason': 'The opener'}");
    owner.api().patch(path, "{'starts_at': '%s'}".formatted(at(15)));
    owner.api().delete(path);

    List<JsonNode> mails = mails();

    assertThat(mails).hasSize(3);
    JsonNode booked = mails.get(2);
    assertThat(booked.path("to").asText()).isEqualTo("maria@example.com");
    assertThat(booked.path("subject").asText()).startsWith("Booked: ").contains("Ace & Sons");
    assertThat(booked.path("text").asText()).contains("Hello Maria", "2:00");
    assertThat(booked.path("html").asText()).contains("Ace &amp; Sons");
    assertThat(lines(booked))
        .contains(
            "METHOD:REQUEST",
            "STATUS:CONFIRMED",
            "SEQUENCE:0",
            "ATTENDEE:mailto:maria@example.com",
            "DTSTART:" + at(14).toString().replaceAll("[-:]", ""));
    assertThat(mails.get(1).path("subject").asText()).startsWith("Moved: ");
    assertThat(lines(mails.get(1)))
        .contains("METHOD:REQUEST", "DTSTART:" + at(15).toString().replaceAll("[-:]", ""));
    assertThat(mails.getFirst().path("subject").asText()).startsWith("Cancelled: ");
    assertThat(lines(mails.getFirst())).contains("METHOD:CANCEL", "STATUS:CANCELLED");
    assertThat(mails.stream().map(AppointmentMailTest::uid).distinct()).hasSize(1);
    assertThat(sequences(mails)).as("newest first").isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void whoGaveNoAddressIsToldNothing() {
    String path = "/api/v1/appointments/" + book("");
    owner.api().patch(path, "{'starts_at': '%s'}".formatted(at(15)));

    assertThat(mails()).isEmpty();

    owner.api().patch(path, "{'email': 'maria@example.com'}");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void whoHasTheInvitationNoMoreIsToldToTakeItOut() {
    String path = "/api/v1/appointments/" + book("'email': 'mario@example.com',");
    owner.api().patch(path, "{'email': 'maria@example.com'}");

    List<JsonNode> mails = mails();

    assertThat(mails).hasSize(3);
    var later = mails.subList(0, 2);
    JsonNode before = to(later, "mario@example.com");
    assertThat(before.path("subject").asText()).startsWith("No longer yours: ");
    assertThat(before.path("text").asText()).as("it may be a stranger's").doesNotContain("Maria");
    assertThat(lines(before))
        .contains("METHOD:CANCEL", "STATUS:CANCELLED", "ATTENDEE:mailto:mario@example.com");
    JsonNode after = to(later, "maria@example.com");
    assertThat(after.path("subject").asText()).startsWith("Booked: ");
    assertThat(lines(after)).contains("METHOD:REQUEST", "STATUS:CONFIRMED");
    assertThat(sequences(mails)).containsExactly(1, 1, 0);

    owner.api().delete(path);
    assertThat(mails()).hasSize(4);
    assertThat(mails().getFirst().path("to").asText()).isEqualTo("maria@example.com");
  }

  @Test
  void anAddressThatIsTakenAwayIsToldSo() {
    String path = "/api/v1/appointments/" + book("'email': 'maria@example.com',");

    owner.api().patch(path, "{'email': null}");

    assertThat(lines(mails().getFirst())).contains("METHOD:CANCEL");
  }

  private static JsonNode to(List<JsonNode> mails, String address) {
    return mails.stream()
        .filter(mail -> mail.path("to").asText().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private String book(String email) {
    var answer =
        owner
            .api()
            .post(
                "/api/v1/appointments",
                "{%s 'starts_at': '%s', 'name': 'Maria'}".formatted(email, at(14)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  /// Those about appointments, newest first.
  private List<JsonNode> mails() {
    var mails = new ArrayList<JsonNode>();
    owner
        .api()
        .get("/api/v1/sandbox/outbox")
        .body()
        .path("mails")
        .forEach(
            mail -> {
              if (mail.has("calendar")) {
                mails.add(mail);
              }
            });
    return mails;
  }

  private static List<String> lines(JsonNode mail) {
    return mail.path("calendar").asText().replace("\r\n ", "").lines().toList();
  }

  private static String uid(JsonNode mail) {
    return lines(mail).stream().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
  }

  private static List<Integer> sequences(List<JsonNode> mails) {
    return mails.stream()
        .map(
            mail ->
                lines(mail).stream()
                    .filter(line -> line.startsWith("SEQUENCE:"))
                    .map(line -> Integer.valueOf(line.substring(9)))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /// That hour of next Tuesday, in New York.
  private Instant at(int hour) {
    return tuesday.atTime(hour, 0).atZone(NEW_YORK).toInstant();
  }
}

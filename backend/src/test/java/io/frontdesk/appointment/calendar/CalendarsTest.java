package io.frontdesk.appointment.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Calendars that are kept elsewhere, read from a web server of the test's; and our own feed.
@Execution(ExecutionMode.CONCURRENT)
class CalendarsTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String CALENDARS = "/api/v1/calendars";

  private static RunningService service;
  private static HttpServer web;

  private final LocalDate tuesday =
      LocalDate.now(NEW_YORK).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
  private Owner owner;

  @BeforeAll
  static void start() throws IOException {
    service = RunningService.start(Map.of("fetch.also", "127.0.0.1"));
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.start();
  }

  @BeforeEach
  void signUp() {
    owner = Owner.signUp(service, "Ace");
  }

  @AfterAll
  static void stop() {
    web.stop(0);
    service.close();
  }

  @Test
  void nothingIsBookedWhileACalendarElsewhereSaysBusy() {
    String id =
        connected(
            serve(
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:1
                DTSTART;TZID=America/New_York:20200106T090000
                DTEND;TZID=America/New_York:20200106T120000
                RRULE:FREQ=WEEKLY;BYDAY=TU
                END:VEVENT
                END:VCALENDAR
                """
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    JsonNode read = await("it is read").until(() -> calendar(id), c -> c.hasNonNull("read_at"));

    assertThat(read.path("host").asText()).isEqualTo("127.0.0.1");
    assertThat(read.has("url")).as("the address is kept to ourselves").isFalse();
    assertThat(free()).isNotEmpty().allMatch(start -> !start.isBefore(at(12)));
    assertThat(book(at(10))).isEqualTo(409);

    assertThat(owner.api().delete(CALENDARS + "/" + id).status()).isEqualTo(204);
    assertThat(book(at(10))).isEqualTo(201);
  }

  @Test
  void twentyMegabytesAreRefusedAndBookingGoesOn() {
    byte[] huge = new byte[20 * 1024 * 1024];
    Arrays.fill(huge, (byte) 'x');
    String id = connected(serve(huge));

    JsonNode failed =
        await("the error is shown").until(() -> calendar(id), c -> c.hasNonNull("problem"));

    assertThat(failed.path("problem").asText())
        .isEqualTo("127.0.0.1 answers with more than 5242880 bytes.");
    assertThat(failed.path("read_at").isNull()).isTrue();
    assertThat(book(at(10))).isEqualTo(201);
  }

  @Test
  void whatIsNoCalendarIsSaidToBeNone() {
    String page = connected(serve("<html></html>".getBytes(StandardCharsets.UTF_8)));
    String nothing = connected("http://127.0.0.1:%d/%s".formatted(web.getAddress().getPort(), "x"));

    assertThat(problem(page))
        .isEqualTo("What is at this address is no calendar (iCalendar, .ics).");
    assertThat(problem(nothing))
        .isEqualTo("127.0.0.1 answers with status 404 instead of a calendar.");
  }

  @Test
  void whatIsNoAddressIsRefusedAtOnce() {
    for (String url : List.of("ftp://example.com/a.ics", "not an address", "https://", "")) {
      var answer =
          owner
              .api()
              .post(CALENDARS, "{'kind': 'ics', 'name': 'Mine', 'url': '%s'}".formatted(url));
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
      assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/url");
    }
  }

  @Test
  void aFeedShowsWhatIsBookedToWhoeverKnowsItsAddressUntilItIsRevoked() {
    book(at(14));
    var made = owner.api().post(CALENDARS, "{'kind': 'feed', 'name': 'My telephone'}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String path = URI.create(made.body().path("url").asText()).getPath();

    var feed = service.api().get(path);

    assertThat(feed.status()).isEqualTo(200);
    assertThat(feed.header("content-type")).startsWith("text/calendar");
    assertThat(feed.text())
        .contains(
            "BEGIN:VCALENDAR",
            "SUMMARY:Maria",
            "DTSTART:" + at(14).toString().replaceAll("[-:]", ""));
    assertThat(calendar(made.body().path("id").asText()).has("url")).isFalse();
    assertThat(service.api().get(CALENDARS + "/" + "A".repeat(43) + ".ics").status())
        .isEqualTo(404);

    owner.api().delete(CALENDARS + "/" + made.body().path("id").asText());
    assertThat(service.api().get(path).status()).isEqualTo(404);
  }

  /// @return the address of what is served
  private static String serve(byte[] body) {
    String path = "/" + UUID.randomUUID() + ".ics";
    web.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    return "http://127.0.0.1:%d%s".formatted(web.getAddress().getPort(), path);
  }

  private String connected(String url) {
    var answer =
        owner.api().post(CALENDARS, "{'kind': 'ics', 'name': 'Mine', 'url': '%s'}".formatted(url));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private String problem(String id) {
    return await("the error is shown")
        .until(() -> calendar(id), c -> c.hasNonNull("problem"))
        .path("problem")
        .asText();
  }

  private JsonNode calendar(String id) {
    for (JsonNode one : owner.api().get(CALENDARS).body().path("data")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("there is no calendar " + id);
  }

  private int book(Instant at) {
    return owner
        .api()
        .post("/api/v1/appointments", "{'starts_at': '%s', 'name': 'Maria'}".formatted(at))
        .status();
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

  /// That hour of next Tuesday, in New York.
  private Instant at(int hour) {
    return tuesday.atTime(hour, 0).atZone(NEW_YORK).toInstant();
  }
}

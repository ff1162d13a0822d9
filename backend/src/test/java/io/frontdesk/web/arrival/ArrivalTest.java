package io.frontdesk.web.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RawConnection;
import io.frontdesk.testing.RunningService;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are too large, or take too long to come.
class ArrivalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of(
              "arrival.headers-within", PATIENCE.toMillis() + "ms",
              "arrival.body-within", PATIENCE.toMillis() + "ms",
              "micronaut.server.idle-timeout", "3s"));
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void headersThatDripAreNotWaitedFor() {
    drip("GET /health HTTP/1.1\r\nX-Slow: ");
  }

  @Test
  void aBodyThatDripsIsNotWaitedFor() {
    String headers =
        "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n{";

    drip(headers);
  }

  @Test
  void theSecondRequestOfAConnectionIsNotWaitedForEither() {
    try (var connection = RawConnection.to(SERVICE)) {
      connection.send(HEALTH);
      assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");

      connection.send("GET /health HTT");
      assertThat(connection.readAll()).doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() {
    try (var connection = RawConnection.to(SERVICE)) {
      assertThat(connection.readAll()).isEmpty();
    }
  }

  @Test
  void whatIsOpenAndWellBehavedStaysOpen() {
    var owner = Owner.signUp(SERVICE, "Ace Garage Doors");
    String ticket = owner.api().post("/api/v1/live/tickets", "{}").body().path("ticket").asText();
    try (var kept = RawConnection.to(SERVICE);
        var live = RawConnection.to(SERVICE)) {
      live.send(
          "GET /api/v1/live?ticket=%s HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                  .formatted(ticket)
              + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
              + Base64.getEncoder().encodeToString(new byte[16])
              + "\r\n\r\n");
      assertThat(live.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 101");
      live.readUntil("live.snapshot");
      kept.send(HEALTH);
      assertThat(kept.readUntil("}")).startsWith("HTTP/1.1 200");
      // The first bytes of a frame, and the rest of it long after a request would have been late.
      live.send("\u0089");

      drip("GET /health HTTP/1.1\r\nX-Slow: ");

      kept.send(HEALTH);
      assertThat(kept.readUntil("}")).startsWith("HTTP/1.1 200");
      live.send("\u0084\0\0\0\0ping");
      assertThat(live.readUntil("ping")).endsWith("ping");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyOfMoreThanAMegabyteIsRefused(boolean chunked) {
    String body = "x".repeat(1_200_000);
    try (var connection = RawConnection.to(SERVICE)) {
      connection.send(
          "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
      connection.send(
          chunked
              ? "Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(body.length())
              : "Content-Length: %d\r\n\r\n".formatted(body.length()));
      connection.send(body);
      connection.send(chunked ? "\r\n0\r\n\r\n" : "");

      String answer = connection.readUntil("\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 413");
      assertThat(answer.toLowerCase(Locale.ROOT)).contains("application/problem+json");
    }
  }

  @Test
  void aHeaderOrAnAddressThatIsTooLongIsRefused() {
    assertThat(status("GET /health HTTP/1.1\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
        .isIn("400", "413", "431");
    assertThat(status("GET /health?q=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .isIn("400", "413", "414");
    assertThat(status("GARBAGE\r\n\r\n")).isEqualTo("400");
  }

  private static String status(String request) {
    try (var connection = RawConnection.to(SERVICE)) {
      connection.send(request);
      String line = connection.readUntil("\r\n");
      assertThat(line).as("answer to %.40s", request).matches("HTTP/1\\.[01] \\d{3} .*\\s+");
      return line.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
    }
  }

  /// Sends the beginning and then a letter again and again, until the connection is closed.
  private static void drip(String beginning) {
    long before = System.nanoTime();
    try (var connection = RawConnection.to(SERVICE)) {
      connection.send(beginning);
      Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> !connection.send("x"));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(PATIENCE.dividedBy(2));
  }
}

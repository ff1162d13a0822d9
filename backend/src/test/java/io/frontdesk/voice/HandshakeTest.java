package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A stream's first messages follow its handshake at once; whoever answers it must be there.
class HandshakeTest {
  private static final int CALLS = 30;

  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Ace");

  @Test
  void noStreamLosesItsStart() {
    String number = owner.api().get("/api/v1/sandbox").body().at("/numbers/0").asText();
    List<String> reports =
        IntStream.range(0, CALLS).parallel().mapToObj(_ -> ring(number)).toList();

    assertThat(reports)
        .allSatisfy(
            report -> {
              var seen =
                  await()
                      .until(
                          () -> owner.api().get(report).body(),
                          body -> !body.path("turns").isEmpty());
              assertThat(seen.path("warnings")).as(seen.toString()).isEmpty();
            });
  }

  @Test
  void aStreamThatNobodyExpectsIsRefused() {
    var address = service.url().resolve("/api/v1/voice/ws/voice-stream/nobodys-token").toString();

    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(
                        URI.create(address.replaceFirst("http", "ws")), new WebSocket.Listener() {})
                    .get(60, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  private String ring(String number) {
    var call =
        owner
            .api()
            .post(
                "/api/v1/sandbox/calls",
                "{'scenario': 'says_nothing', 'to': '%s'}".formatted(number));
    return "/api/v1/sandbox/calls/" + call.body().path("call_sid").asText();
  }
}

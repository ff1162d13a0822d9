package io.frontdesk.web.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A company's API that begins to answer, and does not come to an end.
class JsonApiTest {
  private static final int MOST = 100_000;

  private final JsonApi api = new JsonApi(new ObjectMapper(), Duration.ofSeconds(1));
  private ServerSocket company;

  @BeforeEach
  void open() throws IOException {
    company = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    api.stop();
    company.close();
  }

  @Test
  void anAnswerThatStallsInTheMiddleIsNone() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");

    assertThat(api.get(address(), Map.of()).status()).isZero();
  }

  @Test
  void soundThatStallsInTheMiddleIsNone() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nsound");
    var sound = new ByteArrayOutputStream();

    assertThat(post(sound).status()).isZero();
    assertThat(sound.size()).isZero();
  }

  @Test
  void moreSoundThanIsWantedIsNone() {
    answers(
        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(MOST + 1) + "s".repeat(MOST + 1));
    var sound = new ByteArrayOutputStream();

    assertThat(post(sound).status()).isZero();
    assertThat(sound.size()).isZero();
  }

  private JsonApi.Answer post(ByteArrayOutputStream sound) {
    return api.post(address(), Map.of(), JsonNodeFactory.instance.objectNode(), sound, MOST);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + company.getLocalPort() + "/");
  }

  /// Says so to whoever asks, and keeps the connection.
  private void answers(String words) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket asked = company.accept()) {
                asked.getOutputStream().write(words.getBytes(US_ASCII));
                asked.getInputStream().transferTo(OutputStream.nullOutputStream());
              } catch (IOException gone) {
                // The test is over.
              }
            });
  }
}

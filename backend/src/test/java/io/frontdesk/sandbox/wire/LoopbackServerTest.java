package io.frontdesk.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  private final CountDownLatch written = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final LoopbackServer server =
      LoopbackServer.named("a test")
          .http("POST", "/echo/{name}.json", LoopbackServerTest::echo)
          .http("GET", "/thread", r -> Response.text(200, "" + Thread.currentThread().isVirtual()))
          .http("GET", "/fails", LoopbackServerTest::fail)
          .http("GET", "/slow", this::slow)
          .http("GET", "/fast", r -> Response.text(200, "fast").with("X-Seen", "yes"))
          .start(0);

  private static Response echo(Request request) {
    return Response.json(
        201,
        "%s %s %s %s %s"
            .formatted(
                request.pathParameter("name"),
                request.query("q").orElse("none"),
                request.header("x-word").orElse("none"),
                request.form(),
                request.uri()));
  }

  private static Response fail(Request request) {
    throw new IllegalStateException("no luck with " + request.path());
  }

  private Response slow(Request request) throws InterruptedException {
    written.await();
    return Response.text(200, "slow");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void routesSeePathQueryHeadersAndForm() throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri().resolve("/echo/AC1.json?q=a%20b"))
            .header("X-Word", "hello")
            .POST(HttpRequest.BodyPublishers.ofString("To=%2B1415&Body=a+b%26c&To=2"))
            .build();

    var response = client.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body())
        .isEqualTo("AC1 a b hello {To=[+1415, 2], Body=[a b&c]} /echo/AC1.json?q=a%20b");
  }

  @Test
  void routesRunOnVirtualThreads() throws Exception {
    assertThat(get("/thread").body()).isEqualTo("true");
  }

  @Test
  void unknownPathsAreNotFoundAndWrongMethodsNotAllowed() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/echo/a/b.json").statusCode()).isEqualTo(404);
    var wrongMethod = get("/echo/a.json");
    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(wrongMethod.headers().firstValue("allow")).contains("POST");
  }

  @Test
  void whatCannotBeDecodedIsABadRequest() throws Exception {
    assertThat(raw("POST /echo/a.json?q=%zz")).startsWith("HTTP/1.1 400");
    assertThat(raw("GET /%zz")).startsWith("HTTP/1.1 400");
    assertThat(raw("nonsense")).startsWith("HTTP/1.1 400");
    var form =
        HttpRequest.newBuilder(server.uri().resolve("/echo/a.json"))
            .POST(HttpRequest.BodyPublishers.ofString("a=%"))
            .build();
    assertThat(client.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }

  @Test
  void aFailingRouteIsA500AndTheServerGoesOn() throws Exception {
    assertThat(get("/fails").statusCode()).isEqualTo(500);
    assertThat(get("/fast").headers().firstValue("x-seen")).contains("yes");
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var requests =
          """
          GET /slow HTTP/1.1
          Host: a

          GET /fast HTTP/1.1
          Host: a
          Connection: close

          """
              .replace("\n", "\r\n");
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      written.countDown();

      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answers).containsSubsequence("slow", "fast");
    }
  }

  @Test
  void bodiesAreBounded() throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri().resolve("/echo/a.json"))
            .expectContinue(true)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[17 * 1024 * 1024]))
            .build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
  }

  @Test
  void isReachedFromThisMachineOnly() throws IOException {
    var outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
            .toList();

    for (var address : outside) {
      assertThatThrownBy(() -> new Socket(address, server.port()).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aTakenPortIsOneClearSentence() throws IOException {
    try (var other = new ServerSocket(0)) {
      assertThatThrownBy(() -> LoopbackServer.named("the stand-in").start(other.getLocalPort()))
          .isInstanceOf(PortTaken.class)
          .hasMessage(
              "Port %d is taken: the stand-in cannot listen there; stop the other program or choose"
                      .formatted(other.getLocalPort())
                  + " another port (0 = any free one).");
    }
  }

  @Test
  void aClosedServerFreesItsPort() {
    var port = server.port();
    server.close();

    LoopbackServer.named("the next").start(port).close();
  }

  @Test
  void eachServerHasThreadsOfItsOwn() {
    var threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();

    assertThat(List.copyOf(threads)).anyMatch(name -> name.startsWith("a test"));
  }

  /// The answer to a request line as it stands.
  private String raw(String requestLine) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var request = requestLine + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}

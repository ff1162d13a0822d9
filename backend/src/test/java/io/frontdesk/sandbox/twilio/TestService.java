package io.frontdesk.sandbox.twilio;

import com.twilio.twiml.VoiceResponse;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import io.frontdesk.sandbox.wire.Upgrade;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A service that a stand-in calls: answers webhooks as a test says and takes media streams.
final class TestService implements AutoCloseable {
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final LinkedBlockingQueue<MediaSocket> streams = new LinkedBlockingQueue<>();

  private final Map<String, Function<Asked, Response>> answers = new ConcurrentHashMap<>();
  private final LoopbackServer server;
  private volatile Function<Socket, SocketHandler> media =
      socket -> {
        var stream = new MediaSocket(socket);
        streams.add(stream);
        return stream;
      };
  volatile Optional<Response> refusal = Optional.empty();
  volatile Optional<Request> handshake = Optional.empty();

  /// A webhook that came in.
  ///
  /// @param url as the stand-in must have signed it
  /// @param number how many came to this path before
  record Asked(String method, String url, Map<String, String> form, Request request, int number) {
    String path() {
      return request.path();
    }

    /// A field that must be there.
    String told(String name) {
      return Objects.requireNonNull(form.get(name), name);
    }

    String header(String name) {
      return request.header(name).orElse("");
    }
  }

  TestService() {
    server =
        LoopbackServer.named("a test's service")
            .http("POST", "/{path}", this::answer)
            .http("GET", "/{path}", this::answer)
            .socket("/media/{token}", this::stream)
            .start(0);
  }

  private Response answer(Request request) {
    var form = new java.util.LinkedHashMap<String, String>();
    request.form().forEach((name, values) -> form.put(name, values.getFirst()));
    var url = server.uri() + request.uri();
    var before = asked.stream().filter(a -> a.path().equals(request.path())).count();
    var one = new Asked(request.method(), url, form, request, (int) before);
    asked.add(one);
    return answers.getOrDefault(request.path(), a -> Response.empty(204)).apply(one);
  }

  private Upgrade stream(Request request) {
    handshake = Optional.of(request);
    return refusal.<Upgrade>map(Upgrade.Refused::new).orElseGet(() -> new Upgrade.Accepted(media));
  }

  TestService on(String path, Function<Asked, Response> answer) {
    answers.put(path, answer);
    return this;
  }

  TestService onTwiml(String path, String verbs) {
    return on(path, asked -> twiml(verbs));
  }

  /// Answers with a document that Twilio's library wrote.
  TestService on(String path, VoiceResponse.Builder document) {
    return on(path, asked -> Response.xml(200, document.build().toXml()));
  }

  /// Who takes streams instead of a [MediaSocket].
  TestService onMedia(Function<Socket, SocketHandler> handler) {
    media = handler;
    return this;
  }

  static Response twiml(String verbs) {
    return Response.xml(200, "<Response>" + verbs + "</Response>");
  }

  String connect() {
    return "<Connect><Stream url=\"%s\"><Parameter name=\"word\" value=\"a&amp;b\"/></Stream></Connect>"
        .formatted(mediaUrl());
  }

  String mediaUrl() {
    return "ws://127.0.0.1:" + server.port() + "/media/token1";
  }

  URI uri(String path) {
    return URI.create(server.uri() + path);
  }

  List<Asked> askedAt(String path) {
    return asked.stream().filter(a -> a.path().equals(path)).toList();
  }

  MediaSocket stream() throws InterruptedException {
    var stream = streams.poll(60, TimeUnit.SECONDS);
    if (stream == null) {
      throw new AssertionError("no stream was opened");
    }
    return stream;
  }

  @Override
  public void close() {
    server.close();
  }
}

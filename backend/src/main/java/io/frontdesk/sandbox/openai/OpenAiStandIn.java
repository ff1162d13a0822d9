package io.frontdesk.sandbox.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.openai.realtime.Pace;
import io.frontdesk.sandbox.openai.realtime.RealtimeSession;
import io.frontdesk.sandbox.wire.HttpRoute;
import io.frontdesk.sandbox.wire.LoopbackServer;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import io.frontdesk.sandbox.wire.Upgrade;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;

/// Stands in for OpenAI on 127.0.0.1: Realtime sessions, chat completions, speech and models.
public final class OpenAiStandIn implements AutoCloseable {
  private final ApiKeys keys;
  private final Pace pace;
  private final Voice voice = new Voice();
  private final LoopbackServer server;

  private OpenAiStandIn(int port, String apiKey, Pace pace) {
    this.keys = new ApiKeys(apiKey);
    this.pace = pace;
    ChatEndpoint chat = new ChatEndpoint();
    SpeechEndpoint speech = new SpeechEndpoint(voice);
    this.server =
        LoopbackServer.named("OpenAI's stand-in")
            .http("POST", "/v1/chat/completions", paid(chat::complete))
            .http("POST", "/v1/audio/speech", paid(speech::say))
            .http("GET", "/v1/models", guarded((_, _) -> models()))
            .http("GET", "/v1/models/{id}", guarded(OpenAiStandIn::model))
            .http("POST", "/sandbox/keys", guarded((_, request) -> keys.make(request)))
            .socket("/v1/realtime", this::realtime)
            .start(port);
  }

  /// Starts it.
  ///
  /// @param port 0 = any free one
  /// @param apiKey a key that it takes; others are made by `POST /sandbox/keys`
  public static OpenAiStandIn start(int port, String apiKey) {
    return start(port, apiKey, Pace.USUAL);
  }

  /// Starts it with a pace of its own.
  public static OpenAiStandIn start(int port, String apiKey, Pace pace) {
    return new OpenAiStandIn(port, apiKey, pace);
  }

  /// Makes a key in OpenAI's manner.
  public static String newApiKey() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return "sk-sandbox-" + HexFormat.of().formatHex(random);
  }

  public int port() {
    return server.port();
  }

  /// The base of its HTTP API, for example `http://127.0.0.1:9020/v1`.
  public URI uri() {
    return server.uri().resolve("/v1");
  }

  /// Where Realtime sessions are opened, for example `ws://127.0.0.1:9020/v1/realtime`.
  public URI realtimeUri() {
    return URI.create("ws://127.0.0.1:" + port() + "/v1/realtime");
  }

  @Override
  public void close() {
    server.close();
  }

  private Upgrade realtime(Request request) {
    try {
      ApiKey key = keys.of(request).requireCredit();
      if (!key.realtime()) {
        throw ApiError.noAccess();
      }
      String model = request.query("model").orElseThrow(() -> ApiError.missing("model"));
      Model.require(model, Model.Use.REALTIME);
      boolean beta = request.header("OpenAI-Beta").isPresent();
      return new Upgrade.Accepted(socket -> new RealtimeSession(socket, model, beta, voice, pace));
    } catch (ApiError e) {
      return new Upgrade.Refused(e.response());
    }
  }

  /// Answers whoever shows a key.
  @FunctionalInterface
  private interface Keyed {
    Response answer(ApiKey key, Request request);
  }

  private HttpRoute guarded(Keyed route) {
    return request -> {
      try {
        return route.answer(keys.of(request), request);
      } catch (ApiError e) {
        return e.response();
      }
    };
  }

  private HttpRoute paid(Function<Request, Response> route) {
    return guarded(
        (key, request) -> {
          key.requireCredit();
          return route.apply(request);
        });
  }

  private static Response models() {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = list.putArray("data");
    Model.ALL.forEach(model -> data.add(model.json()));
    return Response.json(200, list.toString());
  }

  private static Response model(ApiKey key, Request request) {
    String id = request.pathParameter("id");
    Model model =
        Model.find(id)
            .filter(found -> key.realtime() || found.use() != Model.Use.REALTIME)
            .orElseThrow(() -> ApiError.noSuchModel(id));
    return Response.json(200, model.json().toString());
  }
}

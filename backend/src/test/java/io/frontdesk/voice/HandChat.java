package io.frontdesk.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Both providers' chat models, every answer written by hand: `/v1/chat/completions` as OpenAI has
/// it and `/v1/messages` as Anthropic has it. Who is asked for which business is known by the
/// business's name in the instructions.
final class HandChat implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, List<JsonNode>> asked = new ConcurrentHashMap<>();

  /// What a model does when it is asked.
  sealed interface Answer {
    record Says(String text) implements Answer {}

    record Calls(String tool, String arguments) implements Answer {}

    /// Something that is no answer.
    record Sends(int status, String type, String body) implements Answer {}

    /// Takes its time.
    record Later(CountDownLatch when, Answer answer) implements Answer {}
  }

  HandChat() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", exchange -> answer(exchange, "openai"));
    server.createContext("/v1/messages", exchange -> answer(exchange, "anthropic"));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The next answers of OpenAI's model for this business.
  void next(String business, Answer... next) {
    answers
        .computeIfAbsent("openai " + business, _ -> new ConcurrentLinkedDeque<>())
        .addAll(List.of(next));
  }

  /// The next answers of Anthropic's.
  void nextOfAnthropic(String business, Answer... next) {
    answers
        .computeIfAbsent("anthropic " + business, _ -> new ConcurrentLinkedDeque<>())
        .addAll(List.of(next));
  }

  /// What was asked for this business so far.
  List<JsonNode> asked(String business) {
    return asked.getOrDefault(business, List.of());
  }

  private void answer(HttpExchange exchange, String provider) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode request = JSON.readTree(text);
    String known =
        answers.keySet().stream()
            .filter(key -> key.startsWith(provider + " "))
            .filter(key -> text.contains(key.substring(provider.length() + 1)))
            .findFirst()
            .orElse("");
    if (!known.isEmpty()) {
      String business = known.substring(provider.length() + 1);
      asked.computeIfAbsent(business, _ -> new CopyOnWriteArrayList<>()).add(request);
    }
    Answer next =
        Optional.ofNullable(answers.get(known))
            .map(Deque::pollFirst)
            .orElseGet(() -> new Answer.Sends(500, "text/plain", ""));
    send(exchange, provider, next);
  }

  private static void send(HttpExchange exchange, String provider, Answer answer)
      throws IOException {
    switch (answer) {
      case Answer.Later(CountDownLatch when, Answer then) -> {
        try {
          when.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        send(exchange, provider, then);
      }
      case Answer.Sends(int status, String type, String body) -> send(exchange, status, type, body);
      case Answer.Says says -> send(exchange, 200, "application/json", json(provider, says));
      case Answer.Calls calls -> send(exchange, 200, "application/json", json(provider, calls));
    }
  }

  private static String json(String provider, Answer.Says says) throws IOException {
    String text = JSON.writeValueAsString(says.text());
    return provider.equals("openai")
        ? openAi("{\"role\": \"assistant\", \"content\": %s}".formatted(text), "stop")
        : anthropic("{\"type\": \"text\", \"text\": %s}".formatted(text), "end_turn");
  }

  private static String json(String provider, Answer.Calls calls) throws IOException {
    String arguments = calls.arguments().replace('\'', '"');
    return provider.equals("openai")
        ? openAi(
            """
            {"role": "assistant", "content": null, "tool_calls": [{"id": "call_1", "type":
            "function", "function": {"name": "%s", "arguments": %s}}]}
            """
                .formatted(calls.tool(), JSON.writeValueAsString(arguments)),
            "tool_calls")
        : anthropic(
            "{\"type\": \"tool_use\", \"id\": \"toolu_1\", \"name\": \"%s\", \"input\": %s}"
                .formatted(calls.tool(), arguments),
            "tool_use");
  }

  private static String openAi(String message, String finish) {
    return """
    {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-5.6-luna",
     "choices": [{"index": 0, "message": %s, "finish_reason": "%s"}],
     "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110,
               "prompt_tokens_details": {"cached_tokens": 40}}}
    """
        .formatted(message, finish);
  }

  private static String anthropic(String content, String stop) {
    return """
    {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-haiku-4-5",
     "content": [%s], "stop_reason": "%s", "stop_sequence": null,
     "usage": {"input_tokens": 100, "output_tokens": 10, "cache_read_input_tokens": 40,
               "cache_creation_input_tokens": 0}}
    """
        .formatted(content, stop);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

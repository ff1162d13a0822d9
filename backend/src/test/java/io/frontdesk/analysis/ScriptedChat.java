package io.frontdesk.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A chat model on a port of its own that says what a test tells it to, in this order; then it
/// fails.
final class ScriptedChat implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  ScriptedChat() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", this::complete);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
  }

  /// The next answer; single quotes stand for double quotes.
  void answersNext(String content) {
    answers.add(content.replace('\'', '"'));
  }

  /// What it was asked.
  List<JsonNode> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void complete(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(JSON.readTree(exchange.getRequestBody()));
      String answer = answers.poll();
      byte[] body =
          (answer == null ? "{\"error\":{}}" : completion(answer)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer == null ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String completion(String content) throws JsonProcessingException {
    var completion = JSON.createObjectNode().put("id", "chatcmpl-1").put("model", "m");
    var choice = completion.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    completion.putObject("usage").put("prompt_tokens", 1).put("completion_tokens", 1);
    return JSON.writeValueAsString(completion);
  }
}

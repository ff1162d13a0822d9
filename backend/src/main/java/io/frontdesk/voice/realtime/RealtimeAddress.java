package io.frontdesk.voice.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frontdesk.openai.OpenAiConfiguration;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;

/// Where a model listens.
/// @param uri with the model's name
/// @param socket the same, looked up: an event loop must not wait for names
/// @param key opens the session
record RealtimeAddress(URI uri, InetSocketAddress socket, String key) {
  /// The address of a model. Looks its host's name up, which may take a while.
  /// @throws IllegalStateException if there is no key
  static RealtimeAddress of(OpenAiConfiguration configuration, String model) {
    URI base = configuration.realtime();
    boolean encrypted = "wss".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : encrypted ? 443 : 80;
    var socket = new InetSocketAddress(base.getHost(), port);
    URI uri = URI.create(base + "?model=" + URLEncoder.encode(model, UTF_8));
    return new RealtimeAddress(uri, socket, configuration.key());
  }

  boolean isEncrypted() {
    return "wss".equals(uri.getScheme());
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}

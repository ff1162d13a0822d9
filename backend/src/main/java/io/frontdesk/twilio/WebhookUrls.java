package io.frontdesk.twilio;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The service's own address as Twilio knows it: `WEBHOOK_BASE_URL`, never the Host header, which
/// whoever asks can choose.
@Singleton
public class WebhookUrls {
  private static final String VARIABLE = "WEBHOOK_BASE_URL";
  private static final String RETRIES = "#rc=3&rp=ct,rt,5xx&rt=4000";

  private final @Nullable URI base;
  private final BeanProvider<EmbeddedServer> server;

  /// @param base null or blank: this machine, at the port that the server listens on
  /// @throws ConfigurationException if it is no address that Twilio could ask
  WebhookUrls(
      @Property(name = "webhook.base-url") @Nullable String base,
      BeanProvider<EmbeddedServer> server) {
    this.base =
        base == null || base.isBlank()
            ? null
            : Address.parse(VARIABLE, base.strip().replaceAll("/+$", ""));
    this.server = server;
  }

  /// The address that `WEBHOOK_BASE_URL` names, without a slash at its end.
  public Optional<URI> named() {
    return Optional.ofNullable(base);
  }

  /// The address of `path`, which starts with a slash.
  public URI of(String path) {
    return URI.create(base() + path);
  }

  /// The address of `path` for Twilio to ask, and to ask again after a failed connection or a 5xx,
  /// so that a restart loses no call. Twilio does not sign what says so.
  /// Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
  public URI ofWebhook(String path) {
    return URI.create(base() + path + RETRIES);
  }

  /// The address of a WebSocket at `path`: `wss`, or `ws` where the base is plain HTTP, which only
  /// a stand-in accepts.
  public URI ofSocket(String path) {
    return URI.create(base().replaceFirst("^http", "ws") + path);
  }

  /// The address that Twilio must have asked for to reach us with `request`.
  String asked(HttpRequest<?> request) {
    URI uri = request.getUri();
    String query = uri.getRawQuery();
    return base() + uri.getRawPath() + (query == null ? "" : "?" + query);
  }

  private String base() {
    return base == null ? "http://localhost:" + server.get().getPort() : base.toString();
  }
}

package io.frontdesk.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A webhook's URL with the connection overrides that its fragment sets:
/// `https://…/voice#rc=2&rp=ct,rt&rt=5000`.
/// Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
///
/// @param url without the fragment: what is asked and signed
/// @param retries attempts after the first
/// @param policies what is retried: `ct`, `rt`, `4xx`, `5xx` or `all`
record WebhookUrl(
    String url,
    Duration connect,
    Duration read,
    Duration total,
    int retries,
    Set<String> policies) {
  private static final Set<String> CONNECT_ONLY = Set.of("ct");

  static WebhookUrl parse(String configured, WebhookLimits usual) {
    var hash = configured.indexOf('#');
    var overrides = hash < 0 ? "" : configured.substring(hash + 1);
    var parsed =
        new WebhookUrl(
            hash < 0 ? configured : configured.substring(0, hash),
            usual.connect(),
            usual.read(),
            usual.total(),
            1,
            CONNECT_ONLY);
    for (var override : overrides.split("&", -1)) {
      var equals = override.indexOf('=');
      if (equals > 0) {
        parsed = parsed.with(override.substring(0, equals), override.substring(equals + 1));
      }
    }
    return parsed;
  }

  private WebhookUrl with(String name, String value) {
    return switch (name) {
      case "ct" ->
          new WebhookUrl(url, millis(value, 10_000, connect), read, total, retries, policies);
      case "rt" ->
          new WebhookUrl(url, connect, millis(value, 15_000, read), total, retries, policies);
      case "tt" ->
          new WebhookUrl(url, connect, read, millis(value, 15_000, total), retries, policies);
      case "rc" -> new WebhookUrl(url, connect, read, total, count(value), policies);
      case "rp" -> new WebhookUrl(url, connect, read, total, retries, policies(value));
      default -> this; // e, sni: no difference here
    };
  }

  private static Set<String> policies(String text) {
    return Set.copyOf(List.of(text.split(",", -1)));
  }

  boolean retries(String failure) {
    return policies.contains(failure) || policies.contains("all");
  }

  private static Duration millis(String text, int max, Duration otherwise) {
    return text.matches("\\d{1,9}")
        ? Duration.ofMillis(Math.clamp(Integer.parseInt(text), 100, max))
        : otherwise;
  }

  private int count(String text) {
    return text.matches("\\d{1,9}") ? Math.min(Integer.parseInt(text), 5) : retries;
  }
}

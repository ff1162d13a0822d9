package io.frontdesk.sandbox.openai.realtime;

import com.fasterxml.jackson.databind.node.ArrayNode;

/// Says how much of the allowance is left. The stand-in never runs out.
final class RateLimits {
  private static final int REQUESTS = 1_000;
  private static final int TOKENS = 40_000;

  private RateLimits() {}

  static void send(Outgoing out, Tokens used) {
    long left = Math.max(0, TOKENS - used.total());
    out.send(
        "rate_limits.updated",
        event -> {
          ArrayNode limits = event.putArray("rate_limits");
          limit(limits, "requests", REQUESTS, REQUESTS - 1, 0.06);
          limit(limits, "tokens", TOKENS, left, 60.0 * (TOKENS - left) / TOKENS);
        });
  }

  private static void limit(
      ArrayNode limits, String name, long limit, long remaining, double resetSeconds) {
    limits
        .addObject()
        .put("name", name)
        .put("limit", limit)
        .put("remaining", remaining)
        .put("reset_seconds", resetSeconds);
  }
}

package io.frontdesk.outreach;

import io.frontdesk.call.OutgoingCall;
import io.frontdesk.twilio.OutgoingCalls.Order;
import io.frontdesk.twilio.WebhookUrls;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/// What Twilio is asked to dial, and where it asks and tells us then: at addresses that name the
/// call by our id.
@Singleton
class CallOrders {
  private static final Duration RINGS = Duration.ofSeconds(30);
  private static final String VOICE = "/api/v1/voice/";

  private final WebhookUrls urls;

  CallOrders(WebhookUrls urls) {
    this.urls = urls;
  }

  /// @param withMessage whether a machine is to be told something at the end of its own message
  Order of(OutgoingCall call, UUID callId, boolean withMessage) {
    String named = "?call=" + callId;
    return new Order(
        call.from(),
        call.to(),
        RINGS,
        urls.ofWebhook(VOICE + "outbound-script" + named),
        urls.ofWebhook(VOICE + "fallback"),
        urls.ofWebhook(VOICE + "call-status" + named),
        urls.ofWebhook(VOICE + "amd" + named),
        withMessage);
  }
}

package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.twilio.WebhookUrls;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Asks Twilio to open a stream of a call, and to come back to us when it has ended.
@Singleton
class Invitations {
  private final MediaTokens tokens;
  private final WebhookUrls urls;

  Invitations(MediaTokens tokens, WebhookUrls urls) {
    this.tokens = tokens;
    this.urls = urls;
  }

  /// For a call that has had no stream.
  String first(TenantId tenant, UUID callId) {
    return twiml(tokens.issue(tenant, callId));
  }

  /// For a call that may have had one; what was answered before is void.
  String again(TenantId tenant, UUID callId) {
    return twiml(tokens.issueAgain(tenant, callId));
  }

  /// As [#again], after asking the caller to wait: something went wrong that takes a moment.
  String afterAMoment(TenantId tenant, UUID callId, DoorWords words) {
    return Twiml.saying(words.oneMoment(), words.language(), again(tenant, callId));
  }

  private String twiml(String token) {
    return Twiml.connect(
        urls.ofSocket(FrontDoor.STREAM_PATH + token),
        urls.of(FrontDoor.PATH + "/stream-status"),
        urls.ofWebhook(FrontDoor.PATH + "/stream-ended"));
  }
}

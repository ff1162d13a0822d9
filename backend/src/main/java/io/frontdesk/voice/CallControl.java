package io.frontdesk.voice;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.Resumption;
import io.frontdesk.conversation.transfer.Transfer;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.conversation.transfer.TransferEvent;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.LiveCalls;
import io.frontdesk.twilio.TwilioConfiguration;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.voice.transfer.Handover;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people of the business do with a call that goes on.
@Singleton
class CallControl {
  private final CallLog calls;
  private final CallResumptions resumptions;
  private final TransferDesk desk;
  private final Handover handover;
  private final OnTheLine onTheLine;
  private final LiveCalls carrier;
  private final WebhookUrls urls;
  private final TwilioConfiguration twilio;

  CallControl(
      CallLog calls,
      CallResumptions resumptions,
      TransferDesk desk,
      Handover handover,
      OnTheLine onTheLine,
      LiveCalls carrier,
      WebhookUrls urls,
      TwilioConfiguration twilio) {
    this.calls = calls;
    this.resumptions = resumptions;
    this.desk = desk;
    this.handover = handover;
    this.onTheLine = onTheLine;
    this.carrier = carrier;
    this.urls = urls;
    this.twilio = twilio;
  }

  /// Hands the caller over, whatever is being said: to somebody of the receptionist's by name, or
  /// to a number.
  ///
  /// @throws RequestException.Rejected if nobody can be rung so
  /// @throws RequestException.Conflict if the call is over, or somebody is being rung already
  Transfer transfer(TenantId tenant, UUID id, @Nullable String target, @Nullable E164 number) {
    Call call = ofPhones(live(tenant, id));
    if (number != null && !twilio.canDial(number)) {
      throw new RequestException.Rejected("/number", "is a number that nobody can have");
    }
    Transfer begun = desk.connect(tenant, id, target, number);
    try {
      redirect(tenant, call, handover.now());
    } catch (RuntimeException e) {
      desk.happened(tenant, begun.id(), new TransferEvent.CalledOff());
      throw e;
    }
    return begun;
  }

  /// Ends the call.
  ///
  /// @throws RequestException.Conflict if it is over
  void hangUp(TenantId tenant, UUID id) {
    Call call = ofPhones(live(tenant, id));
    if (!carrier.hangUp(tenant, call.callSid())) {
      throw over(id);
    }
  }

  /// Has the receptionist say this as soon as it may. Where another node carries the call, or
  /// another engine, the call is sent to come back in another stream, which begins with it.
  ///
  /// @throws RequestException.Conflict if the call is over
  void say(TenantId tenant, UUID id, String text) {
    Call call = live(tenant, id);
    if (desk.isUnderWay(tenant, id)) {
      throw new RequestException.Conflict(
          "handed_over",
          "Handed over",
          "The caller is being handed over: no receptionist is there.");
    }
    if (onTheLine.say(tenant, id, text)) {
      return;
    }
    ofPhones(call);
    resumptions.waits(tenant, id, new Resumption(text, null));
    redirect(tenant, call, urls.of(FrontDoor.PATH + "/stream-ended"));
  }

  /// @throws RequestException if the carrier did not do so; the call stays where it is then
  private void redirect(TenantId tenant, Call call, URI address) {
    resumptions.redirected(tenant, call.id());
    boolean told = false;
    try {
      told = carrier.redirect(tenant, call.callSid(), address);
    } finally {
      if (!told) {
        resumptions.stays(tenant, call.id());
      }
    }
    if (!told) {
      throw over(call.id());
    }
  }

  private Call live(TenantId tenant, UUID id) {
    Call call = calls.find(tenant, id).orElseThrow(() -> new RequestException.NotFound("call", id));
    if (call.endedAt() != null || call.state().isOver()) {
      throw over(id);
    }
    return call;
  }

  /// No carrier knows of a test call.
  private static Call ofPhones(Call call) {
    if (call.test()) {
      throw new RequestException.Conflict(
          "test_call", "Test call", "This call is held in a browser: hang up there.");
    }
    return call;
  }

  private static RequestException over(UUID id) {
    return new RequestException.Conflict(
        "call_is_over", "The call is over", "Call %s is over.".formatted(id));
  }
}

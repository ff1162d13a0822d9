package io.frontdesk.voice.transfer;

import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.conversation.transfer.Leg;
import io.frontdesk.conversation.transfer.LegResult;
import io.frontdesk.conversation.transfer.Transfer;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.conversation.transfer.TransferEvent;
import io.frontdesk.conversation.transfer.TransferResult;
import io.frontdesk.conversation.transfer.TransferState;
import io.frontdesk.conversation.transfer.TransferWords;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.TransferTarget.Mode;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.DialTwiml;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.twilio.WebhookUrls;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the telephone company is answered when it asks about a caller who is handed over. How far
/// that has come is all in the database: whoever is asked, and however often, answers alike.
@Singleton
public class Handover {
  public static final String PATH = "/api/v1/voice";

  private final TransferDesk desk;
  private final CallLog calls;
  private final Receptionists receptionists;
  private final Businesses businesses;
  private final WebhookUrls urls;
  private final Tenancy tenancy;

  Handover(
      TransferDesk desk,
      CallLog calls,
      Receptionists receptionists,
      Businesses businesses,
      WebhookUrls urls,
      Tenancy tenancy) {
    this.desk = desk;
    this.calls = calls;
    this.receptionists = receptionists;
    this.businesses = businesses;
    this.urls = urls;
    this.tenancy = tenancy;
  }

  /// Asks at once whoever is under way what follows: for one that is sent here in the midst of a
  /// call.
  public URI now() {
    return urls.of(PATH + "/transfer");
  }

  /// Whether somebody is being rung for a call, or talks to the caller.
  public boolean isUnderWay(TenantId tenant, UUID callId) {
    return desk.isUnderWay(tenant, callId);
  }

  /// What follows now that the call's line is free; empty if nobody is to be rung. Who has talked
  /// to somebody is not answered anew because the carrier asks twice.
  public Optional<String> lineFree(TenantId tenant, Call call) {
    var rung =
        desk.happenedOn(tenant, call.id(), new TransferEvent.LineFree())
            .flatMap(transfer -> rings(tenant, call, transfer, null));
    return rung.isEmpty() && desk.hasTalked(tenant, call.id()) ? Optional.of(Twiml.hangUp()) : rung;
  }

  /// The same where no receptionist has said that somebody will be rung.
  public Optional<String> announced(TenantId tenant, Call call) {
    return desk.happenedOn(tenant, call.id(), new TransferEvent.LineFree())
        .flatMap(
            transfer ->
                rings(tenant, call, transfer, words(tenant, call, call.language()).announcement()));
  }

  /// What somebody hears who picked up.
  ///
  /// @param key which one they have pressed; null if they were not asked yet
  public String pickedUp(TenantId tenant, UUID transferId, int leg, @Nullable String key) {
    TransferEvent event =
        key == null
            ? new TransferEvent.PickedUp(leg)
            : key.equals("1") ? new TransferEvent.Accepted(leg) : new TransferEvent.Declined(leg);
    return desk.happened(tenant, transferId, event)
        .map(transfer -> answer(tenant, transfer, leg))
        .orElseGet(Twiml::hangUp);
  }

  private String answer(TenantId tenant, Transfer transfer, int leg) {
    TransferState state = transfer.progress().state();
    if (state.equals(new TransferState.Bridged(leg))) {
      return DialTwiml.join();
    }
    boolean asked = state.equals(new TransferState.Briefed(leg));
    return asked && transfer.legs().get(leg).result() == null
        ? briefing(tenant, transfer, leg)
        : Twiml.hangUp();
  }

  private String briefing(TenantId tenant, Transfer transfer, int leg) {
    Call call = calls.find(tenant, transfer.callId()).orElseThrow();
    TransferWords words = words(tenant, call, null);
    String wish =
        Stream.of(transfer.summary(), transfer.reason())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    String business = tenancy.run(tenant, () -> businesses.of(tenant).name());
    return DialTwiml.brief(
        words.about(business, call.party(), wish),
        words.keys(),
        words.language(),
        address("/transfer-whisper", transfer, leg));
  }

  /// What follows now that a leg is over.
  public String legEnded(TenantId tenant, UUID transferId, int leg, TwilioRequest told) {
    return desk.happened(tenant, transferId, event(leg, told))
        .map(transfer -> next(tenant, transfer))
        .orElseGet(this::back);
  }

  private String next(TenantId tenant, Transfer transfer) {
    if (transfer.result() == TransferResult.CONNECTED
        || transfer.result() == TransferResult.CALLER_HUNG_UP) {
      return Twiml.hangUp();
    }
    Call call = calls.find(tenant, transfer.callId()).orElseThrow();
    return rings(tenant, call, transfer, null).orElseGet(this::back);
  }

  /// Whatever is to follow is decided where it always is.
  public String back() {
    return DialTwiml.goOn(urls.of(PATH + "/stream-ended"));
  }

  /// A caller who has gone was not refused by whoever was being rung.
  private static TransferEvent event(int leg, TwilioRequest told) {
    LegResult result =
        switch (told.field("DialCallStatus").orElse("")) {
          case "completed", "answered" -> LegResult.CONNECTED;
          case "busy" -> LegResult.BUSY;
          case "no-answer" -> LegResult.NO_ANSWER;
          case "canceled" -> LegResult.CALLER_HUNG_UP;
          default -> LegResult.FAILED;
        };
    Boolean bridged = told.field("DialBridged").map("true"::equals).orElse(null);
    boolean gone =
        result == LegResult.CALLER_HUNG_UP
            || (told.field("CallStatus").filter("completed"::equals).isPresent()
                && result != LegResult.CONNECTED);
    return gone ? new TransferEvent.CallEnded() : new TransferEvent.LegEnded(leg, result, bridged);
  }

  private Optional<String> rings(
      TenantId tenant, Call call, Transfer transfer, @Nullable String first) {
    Integer current = transfer.progress().leg();
    if (current == null) {
      return Optional.empty();
    }
    Leg leg = transfer.legs().get(current);
    URI briefing = leg.mode() == Mode.WARM ? address("/transfer-whisper", transfer, current) : null;
    return Optional.of(
        DialTwiml.ring(
            first,
            words(tenant, call, call.language()).language(),
            new DialTwiml.Somebody(
                leg.number(),
                ours(call),
                Duration.ofSeconds(leg.ringS()),
                briefing,
                urls.ofWebhook(path("/transfer-status", transfer, current)))));
  }

  /// The business's own number of the two.
  private static E164 ours(Call call) {
    return Objects.requireNonNull(call.own());
  }

  /// @param changedTo the caller's language, if they have changed it; staff keep the usual one
  private TransferWords words(TenantId tenant, Call call, @Nullable String changedTo) {
    var config = receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
    return TransferWords.in(config.speaking(changedTo).languages().getFirst());
  }

  private URI address(String path, Transfer transfer, int leg) {
    return urls.of(path(path, transfer, leg));
  }

  private static String path(String path, Transfer transfer, int leg) {
    return PATH + path + "?transfer=" + transfer.id() + "&leg=" + leg;
  }
}

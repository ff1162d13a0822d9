package io.frontdesk.voice.voicemail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.recording.CallRecordings;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps what callers left: a message with a recording, and its words once somebody has written
/// them down. Told any number of times, in any order, it is one message.
@Singleton
class VoicemailBox {
  private static final Pattern SID = Pattern.compile("RE[0-9a-f]{32}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  /// The receipt is the one for messages, whoever took them: a call that left one has that outcome.
  private static final String DEED = "take_message";

  private static final Duration FOR_TWILIO = Duration.ofMinutes(3);

  private final CallLog log;
  private final CallRecordings recordings;
  private final MessageDesk desk;
  private final SpokenWords spoken;
  private final WritingCosts costs;
  private final WriteDown writeDown;
  private final Receptionists receptionists;
  private final Outbox outbox;
  private final Clock clock;

  VoicemailBox(
      CallLog log,
      CallRecordings recordings,
      MessageDesk desk,
      SpokenWords spoken,
      WritingCosts costs,
      WriteDown writeDown,
      Receptionists receptionists,
      Outbox outbox,
      Clock clock) {
    this.log = log;
    this.recordings = recordings;
    this.desk = desk;
    this.spoken = spoken;
    this.costs = costs;
    this.writeDown = writeDown;
    this.receptionists = receptionists;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Enters the recording that a request tells of.
  ///
  /// @return its id; empty if nothing was said, or nobody knows the call
  Optional<UUID> takes(TwilioRequest request) {
    Optional<TenantId> tenant = request.tenant();
    Optional<String> sid =
        request.field("RecordingSid").filter(found -> SID.matcher(found).matches());
    Integer seconds = seconds(request);
    boolean silent = seconds != null && seconds == 0;
    if (tenant.isEmpty() || sid.isEmpty() || silent) {
      return Optional.empty();
    }
    return request
        .callSid()
        .flatMap(callSid -> log.findBySid(tenant.get(), callSid))
        .map(call -> enter(tenant.get(), call, sid.get(), seconds));
  }

  private UUID enter(TenantId tenant, Call call, String sid, @Nullable Integer seconds) {
    var receipt =
        log.receipt(
            tenant,
            call.id(),
            sid,
            DEED,
            JsonNodeFactory.instance.objectNode().put("voicemail", sid),
            () -> {
              UUID recording = recordings.left(tenant, call.id(), sid, seconds);
              desk.left(tenant, call.id(), call.party(), recording);
              outbox.at(clock.instant().plus(patience(tenant, call)), writeDown, tenant, recording);
              return JsonNodeFactory.instance
                  .objectNode()
                  .put("ok", true)
                  .put("recording_id", recording.toString());
            });
    return UUID.fromString(receipt.path("recording_id").asText());
  }

  /// How long a model waits for Twilio's words, which cost less.
  private Duration patience(TenantId tenant, Call call) {
    var receptionist =
        receptionists
            .holding(tenant, call.receptionistId(), call.receptionistVersion())
            .speaking(call.language());
    return VoicemailWords.of(receptionist).isWrittenDownByTwilio() ? FOR_TWILIO : Duration.ZERO;
  }

  /// Notes what somebody wrote down of a recording.
  void transcribed(TwilioRequest request) {
    Optional<String> words = request.field("TranscriptionText");
    Optional<TenantId> tenant = request.tenant();
    if (words.isPresent() && tenant.isPresent()) {
      takes(request)
          .ifPresent(
              recording -> {
                spoken.of(tenant.get(), recording, words.get());
                recordings
                    .find(tenant.get(), recording)
                    .ifPresent(found -> costs.add(tenant.get(), found, WritingCosts.TWILIO, null));
              });
    }
  }

  private static @Nullable Integer seconds(TwilioRequest request) {
    return request
        .field("RecordingDuration")
        .filter(text -> SECONDS.matcher(text).matches())
        .map(Integer::valueOf)
        .orElse(null);
  }
}

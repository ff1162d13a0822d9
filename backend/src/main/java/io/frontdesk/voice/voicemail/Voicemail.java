package io.frontdesk.voice.voicemail;

import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.CallsInHand;
import io.frontdesk.voice.TwimlEngine;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a message after a beep. It needs the database to greet and nobody else; what was recorded
/// lies at Twilio, and is entered by whichever of Twilio's words comes first.
@Singleton
class Voicemail implements TwimlEngine {
  static final String PATH = "/api/v1/voice/voicemail";
  static final String TRANSCRIPTION_PATH = PATH + "-transcription";
  static final String RECORDING_PATH = PATH + "-recording";

  private final CallsInHand calls;
  private final VoicemailBox box;
  private final CallLog log;
  private final Receptionists receptionists;
  private final WebhookUrls urls;
  private final Clock clock;

  Voicemail(
      CallsInHand calls,
      VoicemailBox box,
      CallLog log,
      Receptionists receptionists,
      WebhookUrls urls,
      Clock clock) {
    this.calls = calls;
    this.box = box;
    this.log = log;
    this.receptionists = receptionists;
    this.urls = urls;
    this.clock = clock;
  }

  @Override
  public Engine engine() {
    return Engine.VOICEMAIL;
  }

  @Override
  public String open(CallInHand call) {
    var words = VoicemailWords.of(call.receptionist());
    return beep(call, sentence(call, words), words);
  }

  /// What was recorded so far is a message already.
  @Override
  public String resume(CallInHand call, String sentence) {
    var words = VoicemailWords.of(call.receptionist());
    return beep(call, sentence + " " + words.again(), words);
  }

  /// What callers say is Twilio's to record: here it greets.
  @Override
  public String tryOut(CallInHand call) {
    open(call);
    return log.transcript(call.tenant(), call.call().id()).getLast().text();
  }

  private String beep(CallInHand call, String sentence, VoicemailWords words) {
    note(call, sentence);
    return Twiml.voicemail(
        sentence,
        words.language(),
        new Twiml.Recorded(
            urls.ofWebhook(PATH), urls.ofWebhook(RECORDING_PATH), transcribed(words)),
        words.nothing());
  }

  /// What Twilio is answered: before the beep the greeting, after it thanks.
  String answer(TwilioRequest request) {
    if (request.field("RecordingSid").isPresent()) {
      boolean left = box.takes(request).isPresent();
      return find(request)
          .map(receptionist -> farewell(VoicemailWords.of(receptionist), left))
          .orElseGet(Twiml::hangUp);
    }
    return calls.about(request).map(this::takeOver).orElseGet(Twiml::hangUp);
  }

  private String takeOver(CallInHand call) {
    Call known = call.call();
    log.servedBy(call.tenant(), known.id(), known.engine(), Engine.VOICEMAIL, "redirected");
    return open(call);
  }

  private static String farewell(VoicemailWords words, boolean left) {
    return Twiml.sayAndHangUp(left ? words.thanks() : words.nothing(), words.language());
  }

  /// Who it is that the caller wanted, though the call may be over.
  private Optional<ReceptionistConfig> find(TwilioRequest request) {
    return request
        .tenant()
        .flatMap(
            tenant ->
                request
                    .callSid()
                    .flatMap(sid -> log.findBySid(tenant, sid))
                    .map(call -> receptionist(tenant, call)));
  }

  private ReceptionistConfig receptionist(TenantId tenant, Call call) {
    return receptionists
        .holding(tenant, call.receptionistId(), call.receptionistVersion())
        .speaking(call.language());
  }

  /// What is said before the beep; asked again, the same.
  private String sentence(CallInHand call, VoicemailWords words) {
    String greeting = greeting(call, words);
    List<Turn> said = log.transcript(call.tenant(), call.call().id());
    if (!said.isEmpty() && said.getLast().text().endsWith(words.again())) {
      return said.getLast().text();
    }
    boolean first = said.stream().allMatch(turn -> turn.text().equals(greeting));
    return first ? greeting : words.afterTalk();
  }

  private static String greeting(CallInHand call, VoicemailWords words) {
    if (call.isPlaced()) {
      return call.introduction() + " " + words.answer();
    }
    String chosen = call.receptionist().voicemailGreeting();
    return chosen == null ? words.greeting(call.business(), call.occasion()) : chosen;
  }

  /// Said twice, because Twilio asked twice, it is one turn.
  private void note(CallInHand call, String sentence) {
    List<Turn> turns = log.transcript(call.tenant(), call.call().id());
    boolean said = !turns.isEmpty() && turns.getLast().text().equals(sentence);
    if (!said) {
      Instant now = clock.instant();
      var turn =
          new Turn(
              turns.size(), Speaker.RECEPTIONIST, sentence, null, false, List.of(), now, now, null);
      log.store(call.tenant(), call.call().id(), turn);
    }
  }

  private @Nullable URI transcribed(VoicemailWords words) {
    return words.isWrittenDownByTwilio() ? urls.of(TRANSCRIPTION_PATH) : null;
  }
}

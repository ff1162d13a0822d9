package io.frontdesk.voice;

import io.frontdesk.call.Usage;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.Effect;
import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.realtime.RealtimeCommand;
import io.frontdesk.voice.realtime.RealtimeConnection;
import io.frontdesk.voice.realtime.RealtimeEvent;
import io.frontdesk.voice.wire.Drops;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model's side of a call: gives it the caller's audio, hands what it says to the [Mouth], and
/// tells the [Dialogue] what it does. Of one event loop only.
final class ModelSide implements RealtimeConnection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ModelSide.class);

  /// A second of silence, with which the model's VAD finds that the caller's turn is over.
  private static final int FRAMES_OF_SILENCE = 50;

  private final PreparedCall call;
  private final Dialogue dialogue;
  private final Mouth mouth;
  private final Captions captions;
  private final LatencyMeter latency;
  private final LostAudio lost = new LostAudio();
  private final UsageMeter usage;
  private final Drops drops;
  private final WaitingAudio waiting;
  private @Nullable RealtimeConnection connection;
  private boolean ready;

  ModelSide(
      PreparedCall call,
      Dialogue dialogue,
      Mouth mouth,
      Captions captions,
      LatencyMeter latency,
      Drops drops) {
    this.call = call;
    this.dialogue = dialogue;
    this.mouth = mouth;
    this.captions = captions;
    this.latency = latency;
    this.usage = new UsageMeter(call.modelName(), call.session().transcription().model());
    this.drops = drops;
    this.waiting = new WaitingAudio(drops);
  }

  /// Begins a session on the caller's own event loop.
  void dial(Channel caller) {
    connection =
        RealtimeConnection.open(caller.eventLoop(), caller.getClass(), call.model(), drops, this);
  }

  /// The caller's audio, which waits until the model is ready.
  void hears(MediaStreamEvent.Media media) {
    for (int frames = lost.before(media); frames > 0; frames--) {
      hears(LostAudio.FRAME_SAMPLES, LostAudio.FRAME);
    }
    hears(media.samples(), media.payload());
  }

  private void hears(int samples, ByteBuf payload) {
    if (ready && connection != null) {
      connection.audio(payload);
    } else {
      waiting.add(samples, payload);
    }
  }

  void tell(RealtimeCommand command) {
    if (connection != null) {
      connection.send(command);
    }
  }

  void tell(Effect.TellModel text) {
    var role =
        switch (text.speaker()) {
          case CALLER -> RealtimeCommand.Role.USER;
          case RECEPTIONIST -> RealtimeCommand.Role.ASSISTANT;
          case SYSTEM -> RealtimeCommand.Role.SYSTEM;
        };
    tell(new RealtimeCommand.AddText(text.itemId(), role, text.text()));
  }

  /// A text cannot be truncated as sound can: one of what was heard takes its place.
  void tell(Effect.TellModelHeard cut) {
    tell(new RealtimeCommand.Forget(cut.itemId()));
    if (!cut.heardText().isEmpty()) {
      String item = cut.itemId() + "_heard";
      String heard = cut.heardText() + "...";
      tell(new RealtimeCommand.AddText(item, RealtimeCommand.Role.ASSISTANT, heard));
    }
  }

  /// The caller says no more: what was said shall be written down, and not answered.
  void finishCallerTurn() {
    tell(new RealtimeCommand.StopReplying(call.session()));
    for (int i = 0; connection != null && i < FRAMES_OF_SILENCE; i++) {
      connection.audio(LostAudio.FRAME);
    }
  }

  /// What the session took so far.
  List<Usage> usages() {
    return usage.usages();
  }

  /// Ends the session and keeps nothing of it.
  void letGo() {
    if (connection != null) {
      connection.close();
    }
    ready = false;
    waiting.end();
  }

  @Override
  public void said(RealtimeEvent event) {
    switch (event) {
      case RealtimeEvent.SessionCreated _ -> tell(new RealtimeCommand.Configure(call.session()));
      case RealtimeEvent.SessionUpdated _ -> configured();
      case RealtimeEvent.SpeechStarted e -> {
        latency.callerSpeaks();
        happened(new ConversationEvent.CallerStartedSpeaking(e.itemId()));
      }
      case RealtimeEvent.SpeechStopped e -> {
        latency.callerIsSilent(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        happened(new ConversationEvent.CallerStoppedSpeaking(e.itemId()));
      }
      case RealtimeEvent.Committed e -> happened(new ConversationEvent.CallerTurnEnded(e.itemId()));
      case RealtimeEvent.ItemAdded _ -> {}
      case RealtimeEvent.CallerWords e -> {
        captions.callerSaid(e.itemId(), e.words());
        captions.show(dialogue.unfinished(), mouth.playback());
      }
      case RealtimeEvent.CallerTranscribed e -> {
        usage.wroteDown(e.usage());
        happened(new ConversationEvent.CallerTranscribed(e.itemId(), e.transcript()));
      }
      case RealtimeEvent.CallerNotTranscribed e ->
          happened(new ConversationEvent.CallerNotTranscribed(e.itemId()));
      case RealtimeEvent.ResponseCreated e ->
          happened(new ConversationEvent.ResponseStarted(e.responseId(), e.request()));
      case RealtimeEvent.AudioDelta e -> mouth.says(e);
      case RealtimeEvent.AudioDone e -> mouth.ended(e.itemId());
      case RealtimeEvent.TranscriptDelta e ->
          mouth.playback().said(e.responseId(), e.itemId(), e.words());
      case RealtimeEvent.TranscriptDone e -> mouth.playback().saidAll(e.itemId(), e.words());
      case RealtimeEvent.ResponseDone e -> {
        usage.spoke(e.usage());
        mouth.answered(e.responseId());
        happened(new ConversationEvent.ResponseEnded(e.responseId(), outcome(e), e.calls()));
      }
      case RealtimeEvent.Refused e -> refused(e);
    }
  }

  @Override
  public void lost(String reason) {
    LOG.warn("The model is gone from call {}: {}", call.callSid(), reason);
    happened(new ConversationEvent.ModelFailed("model_lost"));
  }

  private void configured() {
    if (ready) {
      return;
    }
    happened(new ConversationEvent.ModelReady());
    ready = true;
    if (connection != null) {
      waiting.giveTo(connection::audio);
    }
  }

  private static Outcome outcome(RealtimeEvent.ResponseDone done) {
    return switch (done.status()) {
      case COMPLETED -> Outcome.COMPLETED;
      case CANCELLED -> Outcome.CANCELLED;
      case INCOMPLETE -> Outcome.INCOMPLETE;
      case FAILED -> isExhausted(done.errorCode()) ? Outcome.EXHAUSTED : Outcome.FAILED;
    };
  }

  private void refused(RealtimeEvent.Refused refused) {
    LOG.info(
        "The model refused something on call {}: {} {}",
        call.callSid(),
        refused.code(),
        refused.message());
    if (isExhausted(refused.code()) || refused.code().equals("session_expired") || !ready) {
      happened(new ConversationEvent.ModelFailed(refused.code()));
    } else if (refused.eventId() != null) {
      happened(new ConversationEvent.ResponseRefused(refused.eventId()));
    }
  }

  private static boolean isExhausted(@Nullable String code) {
    return "insufficient_quota".equals(code) || "rate_limit_exceeded".equals(code);
  }

  private void happened(ConversationEvent event) {
    dialogue.happened(event);
  }
}

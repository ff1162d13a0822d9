package io.frontdesk.voice;

import io.frontdesk.call.Turn;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.ConversationEvent.Outcome;
import io.frontdesk.conversation.Effect;
import io.frontdesk.voice.ladder.Fault;
import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechSession;
import io.frontdesk.voice.wire.Drops;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model's side of a call: gives it the caller's audio, hands what it says to the [Mouth], and
/// tells the [Dialogue] what it does. Of one event loop only.
final class ModelSide implements SpeechSession.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ModelSide.class);

  /// A second of silence, with which the model's VAD finds that the caller's turn is over.
  private static final int FRAMES_OF_SILENCE = 50;

  private final PreparedCall call;
  private final Dialogue dialogue;
  private final Mouth mouth;
  private final Captions captions;
  private final LatencyMeter latency;
  private final Hearing hearing;
  private final UsageMeter usage;
  private final Drops drops;
  private final Succession succession;
  private final Sentences sentences;
  private @Nullable SpeechSession connection;

  ModelSide(
      PreparedCall call,
      Dialogue dialogue,
      Mouth mouth,
      Captions captions,
      LatencyMeter latency,
      Drops drops,
      Clock clock) {
    this.call = call;
    this.dialogue = dialogue;
    this.mouth = mouth;
    this.captions = captions;
    this.latency = latency;
    this.usage = new UsageMeter(call.modelName(), call.session().transcription().model());
    this.drops = drops;
    this.sentences = new Sentences(call.patience().sentence(), () -> fails(Fault.MODEL_QUIET));
    this.succession = new Succession(call, dialogue, this, drops, clock);
    this.hearing = new Hearing(call.session().listening(), dialogue, this::give, drops);
  }

  /// Begins a session on the caller's own event loop.
  void dial(Channel line) {
    succession.on(line);
    sentences.on(line.eventLoop());
    connection = call.model().open(line.eventLoop(), line.getClass(), drops, this);
  }

  /// The caller's audio, which waits until the model is ready.
  void hears(MediaStreamEvent.Media media) {
    hearing.hears(media);
  }

  private void give(int samples, ByteBuf payload) {
    if (connection == null) {
      return;
    }
    SpeechSession next = succession.next(connection, samples, payload);
    if (next != null) {
      connection = next;
      hearing.beginsAnew();
    }
    connection.audio(payload);
  }

  /// Whoever takes over will have to know of this turn.
  void remember(Turn turn) {
    succession.remember(turn);
  }

  void tell(SpeechCommand command) {
    if (connection != null) {
      connection.send(command);
    }
  }

  void tell(Effect.TellModel text) {
    var role = SpeechCommand.Role.of(text.speaker());
    tell(new SpeechCommand.AddText(text.itemId(), role, text.text()));
  }

  /// A text cannot be truncated as sound can: one of what was heard takes its place.
  void tell(Effect.TellModelHeard cut) {
    tell(new SpeechCommand.Forget(cut.itemId()));
    if (!cut.heardText().isEmpty()) {
      String item = cut.itemId() + "_heard";
      String heard = cut.heardText() + "...";
      tell(new SpeechCommand.AddText(item, SpeechCommand.Role.ASSISTANT, heard));
    }
  }

  /// So much is said in its place, before whatever it says next.
  void isPreceded(int samples) {
    sentences.waitsFor(samples);
  }

  /// The caller hears no more of what it has said so far.
  void isCut() {
    sentences.isCut();
  }

  /// A model that falls silent by itself may do so, or not.
  void letYield(boolean byItself) {
    tell(new SpeechCommand.LetYield(call.session(), byItself));
  }

  /// The caller says no more: what was said shall be written down, and not answered.
  void finishCallerTurn() {
    tell(new SpeechCommand.StopReplying(call.session()));
    for (int i = 0; connection != null && i < FRAMES_OF_SILENCE; i++) {
      connection.audio(LostAudio.FRAME);
    }
  }

  /// What the models took.
  UsageMeter usage() {
    return usage;
  }

  /// Ends the session and keeps nothing of it.
  void letGo() {
    if (connection != null) {
      connection.close();
    }
    succession.stop();
    sentences.ends();
    hearing.end();
  }

  @Override
  public void said(SpeechEvent event) {
    switch (event) {
      case SpeechEvent.Opened e -> {
        succession.began(e.expiresAt());
        tell(new SpeechCommand.Start(call.session()));
      }
      case SpeechEvent.Ready _ -> configured();
      case SpeechEvent.SpeechStarted e -> {
        latency.callerSpeaks();
        happened(new ConversationEvent.CallerStartedSpeaking(e.itemId()));
        hearing.speechStarted(e);
      }
      case SpeechEvent.SpeechStopped e -> {
        hearing.speechStopped();
        latency.callerIsSilent(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        happened(new ConversationEvent.CallerStoppedSpeaking(e.itemId()));
      }
      case SpeechEvent.Committed e -> happened(new ConversationEvent.CallerTurnEnded(e.itemId()));
      case SpeechEvent.ItemAdded e -> {
        if (e.type().equals("function_call")) {
          happened(new ConversationEvent.FunctionCallBegun());
        }
      }
      case SpeechEvent.CallerWords e -> {
        captions.callerSaid(e.itemId(), e.words());
        captions.show(dialogue.unfinished(), mouth.playback());
      }
      case SpeechEvent.CallerTranscribed e -> {
        usage.wroteDown(e.usage());
        happened(new ConversationEvent.CallerTranscribed(e.itemId(), e.transcript()));
      }
      case SpeechEvent.CallerNotTranscribed e ->
          happened(new ConversationEvent.CallerNotTranscribed(e.itemId()));
      case SpeechEvent.ResponseCreated e ->
          happened(new ConversationEvent.ResponseStarted(e.responseId(), e.request()));
      case SpeechEvent.AudioDelta e -> {
        sentences.says(e.samples());
        mouth.says(e);
      }
      case SpeechEvent.AudioDone e -> mouth.ended(e.itemId());
      case SpeechEvent.TranscriptDelta e ->
          mouth.playback().said(e.responseId(), e.itemId(), e.words());
      case SpeechEvent.TranscriptDone e -> mouth.playback().saidAll(e.itemId(), e.words());
      case SpeechEvent.ResponseDone e -> {
        sentences.ends();
        usage.spoke(e.usage());
        mouth.answered(e.responseId());
        happened(new ConversationEvent.ResponseEnded(e.responseId(), outcome(e), e.calls()));
      }
      case SpeechEvent.Refused e -> refused(e);
    }
  }

  @Override
  public void lost(String reason) {
    LOG.warn("The model is gone from call {}: {}", call.callSid(), reason);
    fails(hearing.isOpen() ? Fault.MODEL_LOST : Fault.MODEL_REFUSED);
  }

  private void configured() {
    if (!hearing.isOpen()) {
      if (connection != null && !call.history().isEmpty()) {
        succession.brief(connection);
      }
      call.reputation().worked();
      happened(new ConversationEvent.ModelReady());
      hearing.opens();
    }
  }

  private static Outcome outcome(SpeechEvent.ResponseDone done) {
    return switch (done.status()) {
      case COMPLETED -> Outcome.COMPLETED;
      case CANCELLED -> Outcome.CANCELLED;
      case INCOMPLETE -> Outcome.INCOMPLETE;
      case FAILED -> isExhausted(done.errorCode()) ? Outcome.EXHAUSTED : Outcome.FAILED;
    };
  }

  private void refused(SpeechEvent.Refused refused) {
    LOG.info(
        "The model refused something on call {}: {} {}",
        call.callSid(),
        refused.code(),
        refused.message());
    if (isExhausted(refused.code())) {
      fails(Fault.MODEL_EXHAUSTED);
    } else if (!hearing.isOpen()) {
      fails(Fault.MODEL_REFUSED);
    } else if (refused.code().equals("session_expired")) {
      fails(Fault.MODEL_LOST);
    } else if (refused.eventId() != null) {
      happened(new ConversationEvent.ResponseRefused(refused.eventId()));
    }
  }

  private static boolean isExhausted(@Nullable String code) {
    return "insufficient_quota".equals(code) || "rate_limit_exceeded".equals(code);
  }

  private void fails(Fault fault) {
    happened(new ConversationEvent.ModelFailed(fault.reason()));
  }

  private void happened(ConversationEvent event) {
    dialogue.happened(event);
  }
}

package io.frontdesk.voice;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallMoment;
import io.frontdesk.call.CallState;
import io.frontdesk.conversation.Conversation;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Effect;
import io.frontdesk.conversation.EndReason;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.realtime.CreateResponse;
import io.frontdesk.voice.realtime.RealtimeCommand;
import io.frontdesk.voice.realtime.RealtimeConnection;
import io.frontdesk.voice.realtime.RealtimeEvent;
import io.frontdesk.voice.wire.Drops;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins a call's two sockets: the caller's audio to the model, the model's to the caller, and what
/// happens on either to the [Conversation], whose effects are done here. Everything happens on the
/// event loop of the caller's socket; whatever may block is given away and comes back as an event.
final class VoiceBridge implements RealtimeConnection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceBridge.class);

  /// A second of silence, with which the model's VAD finds that the caller's turn is over.
  private static final ByteBuf SECOND_OF_SILENCE = silence();

  private static final Duration MOST_TIME_TO_NOTE_THE_END = Duration.ofSeconds(1);

  private final PreparedCall call;
  private final Channel channel;
  private final CallLog log;
  private final ToolBox tools;
  private final Clock clock;
  private final CallWriter writer;
  private final Drops drops = new Drops();
  private final Playback playback = new Playback();
  private final WaitingAudio waiting = new WaitingAudio(drops);
  private final LatencyMeter latency;
  private final Captions captions;
  private final Set<String> speaking = new HashSet<>();
  private final Deque<ConversationEvent> events = new ArrayDeque<>();
  private Conversation conversation;
  private @Nullable RealtimeConnection model;
  private @Nullable PhoneLine line;
  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Instant timerAt;
  private boolean ready;
  private boolean handling;
  private boolean leaving;
  private boolean lineClosed;

  VoiceBridge(
      PreparedCall call,
      Channel channel,
      CallLog log,
      ToolBox tools,
      ApplicationEventPublisher<CallMoment> audience,
      Clock clock) {
    this.captions = new Captions(call.on().tenant(), call.on().callId(), audience);
    this.call = call;
    this.channel = channel;
    this.log = log;
    this.tools = tools;
    this.clock = clock;
    this.writer = CallWriter.start(call.callSid());
    this.latency = new LatencyMeter(call.session().turns().silenceMs());
    this.conversation = Conversation.begin(Limits.DEFAULT, call.script(), clock.instant());
  }

  /// The session with the model is being opened.
  void dialled(RealtimeConnection connection) {
    model = connection;
    schedule();
  }

  Drops drops() {
    return drops;
  }

  // What the telephone says

  void heard(MediaStreamEvent event) {
    switch (event) {
      case MediaStreamEvent.Connected _ -> {}
      case MediaStreamEvent.Start start -> started(start);
      case MediaStreamEvent.Media media -> audio(media);
      case MediaStreamEvent.Mark mark -> {
        playback
            .heard(mark.name(), nowMs())
            .forEach(
                heard ->
                    happened(new ConversationEvent.SpeechHeard(heard.itemId(), heard.words())));
        captions.show(conversation.unfinished(), playback);
      }
      case MediaStreamEvent.Dtmf dtmf -> happened(new ConversationEvent.KeyPressed(dtmf.key()));
      case MediaStreamEvent.Stop _ -> hungUp();
    }
  }

  /// The socket is closed, or will be: what is playing is heard no further.
  void hungUp() {
    if (!lineClosed) {
      lineClosed = true;
      cut();
      happened(new ConversationEvent.StreamEnded());
    }
  }

  private void started(MediaStreamEvent.Start start) {
    if (lineClosed) {
      return;
    }
    boolean ours =
        start.callSid().equals(call.callSid()) && start.accountSid().equals(call.accountSid());
    if (!ours) {
      LOG.warn("A stream of call {} came with the token of {}", start.callSid(), call.callSid());
      turnAway();
      return;
    }
    line = new PhoneLine(channel, start.streamSid());
    latency.started(nowMs());
    happened(new ConversationEvent.StreamStarted());
  }

  /// Whoever this is, the call whose token they have may still be going on: its record stays as it
  /// is.
  private void turnAway() {
    lineClosed = true;
    PhoneLine.close(channel, 1008, "another call's stream");
    letGo();
    writer.end();
  }

  private void audio(MediaStreamEvent.Media media) {
    if (lineClosed) {
      return;
    }
    if (ready && model != null) {
      model.audio(media.payload());
    } else {
      waiting.add(media.samples(), media.payload());
    }
  }

  // What the model says

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
        latency.callerIsSilent(nowMs());
        happened(new ConversationEvent.CallerStoppedSpeaking(e.itemId()));
      }
      case RealtimeEvent.Committed e -> happened(new ConversationEvent.CallerTurnEnded(e.itemId()));
      case RealtimeEvent.ItemAdded _ -> {}
      case RealtimeEvent.CallerWords e -> {
        captions.callerSaid(e.itemId(), e.words());
        captions.show(conversation.unfinished(), playback);
      }
      case RealtimeEvent.CallerTranscribed e ->
          happened(new ConversationEvent.CallerTranscribed(e.itemId(), e.transcript()));
      case RealtimeEvent.CallerNotTranscribed e ->
          happened(new ConversationEvent.CallerNotTranscribed(e.itemId()));
      case RealtimeEvent.ResponseCreated e ->
          happened(new ConversationEvent.ResponseStarted(e.responseId(), e.request()));
      case RealtimeEvent.AudioDelta e -> speech(e);
      case RealtimeEvent.AudioDone e -> speechDone(e.itemId());
      case RealtimeEvent.TranscriptDelta e -> playback.said(e.responseId(), e.itemId(), e.words());
      case RealtimeEvent.TranscriptDone e -> playback.saidAll(e.itemId(), e.words());
      case RealtimeEvent.ResponseDone e -> {
        playback.unended(e.responseId()).forEach(this::speechDone);
        happened(ended(e));
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
    if (model != null) {
      waiting.giveTo(model::audio);
    }
  }

  private void speech(RealtimeEvent.AudioDelta delta) {
    PhoneLine to = line;
    if (to == null || lineClosed || playback.refuses(delta.responseId())) {
      return;
    }
    if (speaking.add(delta.itemId())) {
      happened(new ConversationEvent.SpeechStarted(delta.itemId()));
    }
    latency.spoke(nowMs());
    String mark =
        playback.sent(
            delta.responseId(), delta.itemId(), delta.contentIndex(), delta.samples(), nowMs());
    to.play(delta.audio(), mark);
    to.flush();
  }

  private void speechDone(String itemId) {
    String mark = playback.ended(itemId);
    if (mark != null && line != null) {
      line.mark(mark);
      line.flush();
    }
  }

  private static ConversationEvent ended(RealtimeEvent.ResponseDone done) {
    var outcome =
        switch (done.status()) {
          case COMPLETED -> ConversationEvent.Outcome.COMPLETED;
          case CANCELLED -> ConversationEvent.Outcome.CANCELLED;
          case INCOMPLETE -> ConversationEvent.Outcome.INCOMPLETE;
          case FAILED ->
              isExhausted(done.errorCode())
                  ? ConversationEvent.Outcome.EXHAUSTED
                  : ConversationEvent.Outcome.FAILED;
        };
    return new ConversationEvent.ResponseEnded(done.responseId(), outcome, done.calls());
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

  // What the conversation makes of it

  private void happened(ConversationEvent event) {
    events.addLast(event);
    if (handling) {
      return; // an effect led to it: its turn comes after that effect's fellows
    }
    handling = true;
    try {
      while (!events.isEmpty()) {
        var step = conversation.on(events.removeFirst(), clock.instant());
        conversation = step.next();
        step.effects().forEach(this::carryOut);
      }
    } finally {
      handling = false;
    }
    captions.show(conversation.unfinished(), playback);
    schedule();
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.PlayGreeting _ -> call.greeting().ifPresent(this::playGreeting);
      case Effect.TellModel e -> tell(new RealtimeCommand.AddText(e.itemId(), role(e), e.text()));
      case Effect.Speak e ->
          tell(
              new CreateResponse(
                  e.request(), e.words() == null ? null : "Say exactly: " + e.words()));
      case Effect.RunTool e -> runTool(e);
      case Effect.AnswerTool e ->
          tell(new RealtimeCommand.AnswerFunction(e.call().id(), e.call().output().toString()));
      case Effect.FallSilent e -> fallSilent(e);
      case Effect.StoreTurn e -> {
        captions.stored(e.turn().index());
        writer.add(() -> log.store(call.on().tenant(), call.on().callId(), e.turn()));
      }
      case Effect.FinishCallerTurn _ -> finishCallerTurn();
      case Effect.HangUp e -> leave(e.reason());
      case Effect.FallBack e -> {
        LOG.warn("Call {} goes on without the model: {}", call.callSid(), e.reason());
        PhoneLine.close(channel, 1000, "");
      }
      case Effect.Close e -> close(e.reason());
    }
  }

  private void runTool(Effect.RunTool effect) {
    captions.toolStarted(effect.call().name());
    tools.run(
        call.on(),
        effect.call(),
        done ->
            channel
                .eventLoop()
                .execute(
                    () -> {
                      captions.toolFinished(done.call());
                      happened(done);
                    }));
  }

  private void playGreeting(RecordedSpeech greeting) {
    PhoneLine to = line;
    if (to == null) {
      return;
    }
    String item = Conversation.GREETING;
    playback.said(item, item, call.script().greeting());
    happened(new ConversationEvent.SpeechStarted(item));
    latency.spoke(nowMs());
    for (var piece : greeting.pieces()) {
      to.play(piece.payload(), playback.sent(item, item, 0, piece.samples(), nowMs()));
    }
    speechDone(item);
    to.flush();
  }

  private void fallSilent(Effect.FallSilent effect) {
    if (line != null) {
      line.clear();
    }
    if (effect.responseId() != null) {
      playback.discard(effect.responseId());
      if (effect.cancel()) {
        tell(new RealtimeCommand.Cancel(effect.responseId()));
      }
    }
    for (Playback.Cut cut : cut()) {
      // The greeting is a text in the model's conversation: there is no sound to cut.
      if (cut.interrupted() && !cut.itemId().equals(Conversation.GREETING)) {
        tell(new RealtimeCommand.Truncate(cut.itemId(), cut.contentIndex(), cut.audioEndMs()));
      }
    }
  }

  /// Notes that nothing more is heard of what was sent.
  private List<Playback.Cut> cut() {
    List<Playback.Cut> cuts = playback.bargeIn(nowMs());
    for (Playback.Cut cut : cuts) {
      happened(new ConversationEvent.SpeechCut(cut.itemId(), cut.words(), cut.heardWords()));
    }
    return cuts;
  }

  private void finishCallerTurn() {
    tell(new RealtimeCommand.StopReplying(call.session()));
    if (model != null) {
      model.audio(SECOND_OF_SILENCE);
    }
  }

  /// Notes first that leave was taken, so that whoever is asked what follows the stream knows; but
  /// does not keep the caller waiting for a database that is away.
  private void leave(EndReason reason) {
    if (leaving) {
      return;
    }
    leaving = true;
    LOG.debug("Hanging up call {}: {}", call.callSid(), reason);
    Instant at = clock.instant();
    writer.add(
        () -> {
          log.status(call.on().tenant(), call.callSid(), "completed", at);
          channel.eventLoop().execute(() -> PhoneLine.close(channel, 1000, ""));
        });
    channel
        .eventLoop()
        .schedule(
            () -> PhoneLine.close(channel, 1000, ""),
            MOST_TIME_TO_NOTE_THE_END.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void close(EndReason reason) {
    letGo();
    PhoneLine.close(channel, 1000, "");
    Instant at = clock.instant();
    var state = reason == EndReason.MODEL_FAILED ? CallState.FAILED : CallState.COMPLETED;
    var figures = latency.figures();
    writer.add(() -> log.close(call.on().tenant(), call.on().callId(), state, at, figures));
    writer.end();
    captions.over();
    if (!drops.toString().isEmpty()) {
      LOG.info("Call {} left out messages: {}", call.callSid(), drops);
    }
  }

  /// Keeps nothing that outlives the call.
  private void letGo() {
    if (model != null) {
      model.close();
    }
    ready = false;
    waiting.release();
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void tell(RealtimeCommand command) {
    if (model != null) {
      model.send(command);
    }
  }

  /// Has time tell the conversation that it passes, when that will matter.
  private void schedule() {
    Optional<Instant> deadline = conversation.deadline();
    if (deadline.isPresent() && deadline.get().equals(timerAt)) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
    }
    timer = null;
    timerAt = deadline.orElse(null);
    if (timerAt != null) {
      long delayMs = Math.max(0, Duration.between(clock.instant(), timerAt).toMillis() + 1);
      timer = channel.eventLoop().schedule(this::timePassed, delayMs, TimeUnit.MILLISECONDS);
    }
  }

  private void timePassed() {
    timerAt = null;
    happened(new ConversationEvent.TimePassed());
  }

  private static RealtimeCommand.Role role(Effect.TellModel effect) {
    return switch (effect.speaker()) {
      case CALLER -> RealtimeCommand.Role.USER;
      case RECEPTIONIST -> RealtimeCommand.Role.ASSISTANT;
      case SYSTEM -> RealtimeCommand.Role.SYSTEM;
    };
  }

  private static long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private static ByteBuf silence() {
    byte[] second = new byte[8000];
    Arrays.fill(second, (byte) 0xFF);
    String payload = Base64.getEncoder().encodeToString(second);
    return Unpooled.unreleasableBuffer(
        Unpooled.wrappedBuffer(payload.getBytes(StandardCharsets.US_ASCII)));
  }
}

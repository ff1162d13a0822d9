package io.frontdesk.voice;

import io.frontdesk.call.CallMoment;
import io.frontdesk.call.CallState;
import io.frontdesk.conversation.Conversation;
import io.frontdesk.conversation.ConversationEvent;
import io.frontdesk.conversation.Effect;
import io.frontdesk.conversation.EndReason;
import io.frontdesk.conversation.Limits;
import io.frontdesk.conversation.recording.Beginning;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.receptionist.Listening;
import io.frontdesk.receptionist.Listening.TurnDetection;
import io.frontdesk.voice.ladder.Fault;
import io.frontdesk.voice.mediastream.MediaStreamEvent;
import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.Farewell;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins a call's two sockets: the caller's audio goes to the [ModelSide], the model's to the
/// [Mouth], and what happens on either to the [Dialogue], whose effects are done here. Everything
/// happens on the event loop of the caller's socket; whatever may block is given away and comes
/// back as an event.
final class VoiceBridge {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceBridge.class);
  private static final long BETWEEN_CAPTIONS_NS = TimeUnit.MILLISECONDS.toNanos(200);

  private final PreparedCall call;
  private final Channel channel;
  private final ToolBox tools;
  private final OnTheLine onTheLine;
  private final Clock clock;
  private final Drops drops = new Drops();
  private final CallNotes notes;
  private final Captions captions;
  private final LatencyMeter latency;
  private final Dialogue dialogue;
  private final Parting parting;
  private final Mouth mouth;
  private final ModelSide model;
  private long shownAt = System.nanoTime() - BETWEEN_CAPTIONS_NS;
  private boolean lineClosed;
  private boolean stopped;

  VoiceBridge(
      PreparedCall call,
      Channel channel,
      CallNotes notes,
      ToolBox tools,
      ApplicationEventPublisher<CallMoment> audience,
      OnTheLine onTheLine,
      Clock clock) {
    this.call = call;
    this.channel = channel;
    this.tools = tools;
    this.onTheLine = onTheLine;
    this.clock = clock;
    this.notes = notes;
    parting = new Parting(call, channel, notes, clock);
    captions = new Captions(call.on().tenant(), call.on().callId(), audience);
    latency = new LatencyMeter(silenceMs(call.session().listening()));
    dialogue =
        new Dialogue(
            new Beginning(
                Limits.of(call.session().listening())
                    .withFirstWordWithin(call.patience().firstWord())
                    .withHoldingOn(call.patience().reply(), call.patience().held())
                    .withAnswersOf(call.patience().response())
                    .withCallsOf(call.limits().length())
                    .withClockGoodFor(call.clock().goodFor(clock.instant())),
                call.script(),
                clock.instant(),
                call.history().next()),
            new Lookout(call.watch(), call.history().turns()),
            notes.events(),
            channel.eventLoop(),
            clock,
            this::carryOut,
            this::show);
    mouth =
        new Mouth(
            latency, call.patience().mark(), new RecordingStart(call, notes, dialogue::happened));
    model = new ModelSide(call, dialogue, mouth, captions, latency, drops, clock);
  }

  /// How long the model waits before it tells that the caller is silent; 0 where nobody knows.
  private static int silenceMs(Listening listening) {
    return listening.turnDetection() == TurnDetection.SILENCE ? listening.silenceMs() : 0;
  }

  /// Begins the session with the model.
  void begin() {
    dialogue.begin();
    model.dial(channel);
  }

  Drops drops() {
    return drops;
  }

  /// What the telephone says. Once it has hung up, nothing matters that it says.
  void heard(MediaStreamEvent event) {
    if (lineClosed) {
      return;
    }
    switch (event) {
      case MediaStreamEvent.Connected _ -> {}
      case MediaStreamEvent.Start start -> started(start);
      case MediaStreamEvent.Media media -> {
        if (mouth.passes(media.atMs())) {
          model.hears(media);
        } else {
          isNotHeard();
        }
      }
      case MediaStreamEvent.Mark mark -> {
        mouth.heard(mark.name());
        showNowAndThen();
      }
      case MediaStreamEvent.Dtmf dtmf -> happened(new ConversationEvent.KeyPressed(dtmf.key()));
      case MediaStreamEvent.Stop _ -> {
        stopped = true;
        hungUp();
      }
    }
  }

  /// The socket is closed, or will be: what is playing is heard no further.
  void hungUp() {
    if (!lineClosed) {
      lineClosed = true;
      mouth.closes();
      happened(new ConversationEvent.StreamEnded());
    }
  }

  private void started(MediaStreamEvent.Start start) {
    boolean ours =
        start.callSid().equals(call.callSid()) && start.accountSid().equals(call.accountSid());
    if (!ours) {
      LOG.warn("A stream of call {} came with the token of {}", start.callSid(), call.callSid());
      turnAway();
      return;
    }
    onTheLine.enter(call.on().tenant(), call.on().callId(), channel, this::says);
    mouth.opens(
        new PhoneLine(channel, start.streamSid()),
        Duration.between(call.askedAt(), clock.instant()).toMillis());
    happened(new ConversationEvent.StreamStarted());
  }

  /// Whoever this is, the call whose token they have may still be going on: its record stays as it
  /// is.
  private void turnAway() {
    lineClosed = true;
    Farewell.say(channel, 1008, "another call's stream");
    letGo();
    notes.nothingMore();
  }

  private void says(String words) {
    channel.eventLoop().execute(() -> happened(new ConversationEvent.AskedToSay(words)));
  }

  private void happened(ConversationEvent event) {
    dialogue.happened(event);
  }

  /// Marks may come back many at once; nobody reads that fast. What follows the last one is shown
  /// at once, for it is an event.
  private void showNowAndThen() {
    long now = System.nanoTime();
    if (now - shownAt > BETWEEN_CAPTIONS_NS) {
      shownAt = now;
      show();
    }
  }

  private void show() {
    captions.show(dialogue.unfinished(), mouth.playback());
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.PlayGreeting _ ->
          call.greeting()
              .ifPresent(
                  recorded ->
                      mouth.says(recorded, Conversation.GREETING, call.script().greeting()));
      case Effect.AskToHold e -> call.holding().sentence().ifPresent(it -> asksToHold(e, it));
      case Effect.TellModel e -> model.tell(e);
      case Effect.TellModelHeard e -> model.tell(e);
      case Effect.ReadClock _ -> happened(call.clock().at(clock.instant()));
      case Effect.Speak e ->
          model.tell(
              new CreateResponse(
                  e.request(), e.words() == null ? null : "Say exactly: " + e.words()));
      case Effect.RunTool e -> runTool(e);
      case Effect.AnswerTool e ->
          model.tell(new SpeechCommand.AnswerFunction(e.call().id(), e.call().output().toString()));
      case Effect.LetModelYield e -> model.letYield(e.byItself());
      case Effect.FallSilent e -> fallSilent(e);
      case Effect.StoreTurn e -> {
        captions.stored(e.turn().index());
        model.remember(e.turn());
        notes.turn(e.turn().repliedAfter(latency.reply(e.itemId())));
        notes.used(
            call.limits().spend() == null ? model.usage().takeNowAndThen() : model.usage().take(),
            () -> channel.eventLoop().execute(() -> happened(new ConversationEvent.BudgetSpent())));
      }
      case Effect.FinishCallerTurn _ -> model.finishCallerTurn();
      case Effect.HangUp e -> parting.leave(e.reason());
      case Effect.HandOver _ -> parting.handOver();
      case Effect.FallBack e -> {
        LOG.warn("Call {} goes on without the model: {}", call.callSid(), e.reason());
        parting.fails(Fault.of(e.reason()));
      }
      case Effect.Close e -> close(e.reason());
    }
  }

  private void asksToHold(Effect.AskToHold effect, HoldSentence sentence) {
    model.isPreceded(sentence.sound().samples());
    mouth.says(sentence.sound(), effect.itemId(), sentence.words());
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
                      call.holding().used(done.call());
                      happened(done);
                    }));
  }

  private void fallSilent(Effect.FallSilent effect) {
    var cuts = mouth.fallSilent(effect.responseId());
    model.isCut();
    if (effect.responseId() != null && effect.cancel()) {
      model.tell(new SpeechCommand.Cancel(effect.responseId()));
    }
    for (Playback.Cut cut : cuts) {
      // Of what was recorded the model's conversation has no sound that could be cut.
      if (cut.interrupted() && !Conversation.isWithoutModel(cut.itemId())) {
        model.tell(new SpeechCommand.Truncate(cut.itemId(), cut.contentIndex(), cut.audioEndMs()));
      }
    }
  }

  /// The caller's sound does not come any more.
  void hearsNothing() {
    if (!lineClosed) {
      LOG.warn("Nothing is heard of call {}", call.callSid());
      parting.fails(Fault.NO_FRAMES);
    }
  }

  /// The caller's sound comes, but what is said to them does not arrive.
  private void isNotHeard() {
    LOG.warn("Nothing is heard on call {}", call.callSid());
    parting.fails(Fault.NOTHING_PLAYED);
  }

  private void close(EndReason reason) {
    letGo();
    Farewell.say(channel, 1000, "");
    Instant at = clock.instant();
    var state = reason == EndReason.MODEL_FAILED ? CallState.FAILED : CallState.COMPLETED;
    notes.used(model.usage().take());
    switch (reason) {
      case RECEPTIONIST_ENDED, SILENCE, TIME_LIMIT -> notes.over(state, at, latency.figures());
      case HANDED_OVER -> notes.interrupted(latency.figures());
      case CALLER_HUNG_UP, MODEL_FAILED -> ended(state, at);
    }
    captions.over();
    if (!drops.toString().isEmpty()) {
      LOG.info("Call {} left out messages: {}", call.callSid(), drops);
    }
  }

  /// Who does not take leave and is still on the line comes back in another stream, but for a
  /// browser.
  private void ended(CallState state, Instant at) {
    if (call.test()) {
      notes.over(state, at, latency.figures());
    } else if (stopped) {
      notes.hungUp(at, latency.figures());
    } else {
      notes.interrupted(latency.figures());
    }
  }

  /// Keeps nothing that outlives the call.
  private void letGo() {
    model.letGo();
    dialogue.stop();
  }
}

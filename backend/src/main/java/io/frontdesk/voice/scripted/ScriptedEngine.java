package io.frontdesk.voice.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.call.Turn;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.alarm.Alarm;
import io.frontdesk.conversation.transfer.TransferWords;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.twilio.Talk;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.TwimlEngine;
import io.frontdesk.voice.exchange.Exchanges;
import io.frontdesk.voice.exchange.Heard;
import io.frontdesk.voice.exchange.SpokenTurns;
import io.frontdesk.voice.exchange.Taking;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a message by a script. Each step is one transaction: what was heard, what is said next and
/// the message are kept together, or not at all.
@Singleton
class ScriptedEngine implements TwimlEngine {
  static final String PATH = "/api/v1/voice/gather";
  private static final String AFTERWARDS = "/api/v1/voice/stream-ended";

  /// Of a talk that is over.
  private static final String NO_STATE = "{}";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Heard SOMEBODY = new Heard.Words("Hello?");

  private final Exchanges exchanges;
  private final SpokenTurns turns;
  private final CallLog log;
  private final Alarms alarms;
  private final MenuKeys keys;
  private final MessageKeeping keeping;
  private final WebhookUrls urls;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  ScriptedEngine(
      Exchanges exchanges,
      SpokenTurns turns,
      CallLog log,
      Alarms alarms,
      MenuKeys keys,
      MessageKeeping keeping,
      WebhookUrls urls,
      Tenancy tenancy,
      ObjectMapper json) {
    this.exchanges = exchanges;
    this.turns = turns;
    this.log = log;
    this.alarms = alarms;
    this.keys = keys;
    this.keeping = keeping;
    this.urls = urls;
    this.tenancy = tenancy;
    this.json = json;
  }

  @Override
  public Engine engine() {
    return Engine.SCRIPTED;
  }

  @Override
  public String open(CallInHand call) {
    return tenancy.run(
        call.tenant(),
        () -> told(call, exchanges.open(call.tenant(), call.call().id(), engine()), null));
  }

  @Override
  public String resume(CallInHand call, String sentence) {
    return tenancy.run(
        call.tenant(),
        () ->
            exchanges
                .latest(call.tenant(), call.call().id())
                .filter(exchange -> exchange.engine() == engine())
                .flatMap(
                    exchange ->
                        exchanges.next(
                            call.tenant(), call.call().id(), engine(), exchange.step() + 1))
                .map(taking -> repeated(call, taking, sentence))
                .orElseGet(() -> open(call)));
  }

  @Override
  public String tryOut(CallInHand call) {
    open(call);
    int step = exchanges.latest(call.tenant(), call.call().id()).orElseThrow().step();
    next(call, step + 1, SOMEBODY);
    return log.transcript(call.tenant(), call.call().id()).getLast().text();
  }

  private String repeated(CallInHand hand, Taking taking, String sentence) {
    if (!(taking instanceof Taking.Yours(int step, String before)) || before == null) {
      return told(hand, taking, null);
    }
    return say(hand, step, before, taking(hand).again(read(before)), sentence + " ", false);
  }

  /// What is said to what was heard.
  ///
  /// @param step as the address says that was asked
  String next(CallInHand call, int step, Heard heard) {
    return tenancy.run(
        call.tenant(),
        () ->
            exchanges
                .next(call.tenant(), call.call().id(), engine(), step)
                .map(taking -> told(call, taking, heard))
                .orElseGet(() -> open(call)));
  }

  private String told(CallInHand call, Taking taking, @Nullable Heard heard) {
    return switch (taking) {
      case Taking.Answered(String twiml) -> twiml;
      case Taking.Yours(int step, String before) -> answer(call, step, before, heard);
      case Taking.UnderWay(var exchange) ->
          throw new IllegalStateException(
              "%s has not answered step %d".formatted(exchange.engine(), exchange.step()));
    };
  }

  /// @param before where it stands; null if it begins now
  private String answer(CallInHand hand, int step, @Nullable String before, @Nullable Heard heard) {
    Call call = hand.call();
    var taking = taking(hand);
    Move move;
    String alarmed = "";
    if (before == null || heard == null) {
      List<Turn> said = log.transcript(hand.tenant(), call.id());
      var known = Known.of(said, log.untold(hand.tenant(), call.id(), said), neighbour(call));
      move = taking.begin(known, hand.begun());
    } else {
      turns.caller(hand.tenant(), call.id(), heard);
      State state = read(before);
      Optional<MenuKeys.Way> way = keys.pressed(hand, step, state, heard);
      if (way.isPresent()) {
        return way.get().elsewhere()
            ? ring(hand, step, state, way.get().says())
            : say(hand, step, before, taking.again(state), way.get().says() + " ", false);
      }
      Optional<Alarm> alarm = alarms.raisedBy(hand, heard);
      if (alarm.isPresent() && heard instanceof Heard.Words(String words)) {
        Note note = state.note().andBesides(words).urgent(urgency(alarm.get()));
        Alarm.Connection with = alarm.get().connects();
        alarms.promises(hand, alarm.get());
        alarmed = Objects.requireNonNullElse(alarm.get().says(), "") + " ";
        if (with != null && alarms.connects(hand, with)) {
          return handOver(hand, step, state.noting(note), alarmed);
        }
        move = taking.goOn(state, note);
      } else {
        move = taking.next(state, heard);
      }
    }
    return say(hand, step, before, move, alarmed, !alarmed.isEmpty());
  }

  private static MessageTaking taking(CallInHand hand) {
    Call call = hand.call();
    return new MessageTaking(
        call.party(), hand.isPlaced(), new Understanding(phrases(hand), neighbour(call)));
  }

  private static @Nullable E164 neighbour(Call call) {
    return call.party() == null ? call.own() : call.party();
  }

  private static Phrases phrases(CallInHand hand) {
    return Phrases.in(tag(hand));
  }

  /// @param first said before all else
  /// @param guarded whether all of it is heard to its end, whatever the caller does meanwhile
  private String say(
      CallInHand hand,
      int step,
      @Nullable String before,
      Move move,
      String first,
      boolean guarded) {
    Call call = hand.call();
    var phrases = phrases(hand);
    var script = new Script(phrases, MenuKeys.introduction(hand), keys.again(hand), call.party());
    String text = (first + script.text(move.says())).strip();
    turns.receptionist(hand.tenant(), call.id(), text, List.of());
    List<Talk.Spoken> says = List.of(new Talk.Spoken.Words(text, phrases.language()));
    return switch (move) {
      case Move.Ask(State state, _) ->
          kept(
              hand,
              step,
              write(state),
              guarded || hand.isGuardedAt(step)
                  ? Talk.askThen(says, listening(hand, step, state))
                  : Talk.ask(says, listening(hand, step, state)));
      case Move.Leave(Note note, _) -> {
        keeping.keep(hand.tenant(), call, phrases, note);
        yield kept(hand, step, Objects.requireNonNullElse(before, NO_STATE), Talk.leave(says));
      }
    };
  }

  private static Urgency urgency(Alarm alarm) {
    return switch (alarm.kind()) {
      case SELF_HARM, MEDICAL, EMERGENCY -> Urgency.EMERGENCY;
      case ANGER, RULE -> Urgency.HIGH;
    };
  }

  /// Says that somebody will be rung; what follows is asked where it always is.
  private String handOver(CallInHand hand, int step, State state, String first) {
    return ring(hand, step, state, first + TransferWords.in(tag(hand)).announcement());
  }

  private String ring(CallInHand hand, int step, State state, String words) {
    String text = words.strip();
    turns.receptionist(hand.tenant(), hand.call().id(), text, List.of());
    List<Talk.Spoken> says = List.of(new Talk.Spoken.Words(text, phrases(hand).language()));
    String twiml = Talk.holdOn(says, Duration.ZERO, urls.of(AFTERWARDS));
    return kept(hand, step, write(state), twiml);
  }

  private static String tag(CallInHand hand) {
    return hand.receptionist().languages().getFirst();
  }

  private String kept(CallInHand hand, int step, String state, String twiml) {
    exchanges.answer(hand.tenant(), hand.call().id(), step, state, twiml);
    return twiml;
  }

  private Talk.Listening listening(CallInHand hand, int step, State state) {
    int asked =
        switch (state.question()) {
          case URGENCY, RIGHT, WRONG -> 1;
          case NAME, PHONE, REASON -> 0;
        };
    int most = keys.areOfferedAt(step, state, hand) ? 1 : asked;
    return new Talk.Listening(
        urls.of(PATH + "?step=" + (step + 1)), phrases(hand).language(), PATIENCE, most, List.of());
  }

  private String write(State state) {
    try {
      return json.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private State read(String state) {
    try {
      return json.readValue(state, State.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.frontdesk.voice.turnbased;

import io.frontdesk.access.Allowance.Money;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.call.Speaker;
import io.frontdesk.conversation.transfer.TransferWords;
import io.frontdesk.receptionist.CallLimits;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.TwimlEngine;
import io.frontdesk.voice.exchange.Exchange;
import io.frontdesk.voice.exchange.Exchanges;
import io.frontdesk.voice.exchange.Heard;
import io.frontdesk.voice.exchange.SpokenTurns;
import io.frontdesk.voice.exchange.Taking;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Talks turn by turn: what was heard is thought about by a chat model, and what it answers is
/// said. A caller is never kept waiting for longer than some seconds without a word, and Twilio
/// never for fifteen.
@Singleton
class TurnBasedEngine implements TwimlEngine {
  /// How long an answer is waited for before the caller is told to wait.
  private static final Duration SOON = Duration.ofSeconds(4);

  private static final Heard SOMEBODY = new Heard.Words("Hello?");

  private final Exchanges exchanges;
  private final SpokenTurns turns;
  private final Answers answers;
  private final StandingPhrases phrases;
  private final AtOnce atOnce;
  private final MenuKeys keys;
  private final Thinking thinking;
  private final CallLog log;
  private final Tenancy tenancy;
  private final Clock clock;

  TurnBasedEngine(
      Exchanges exchanges,
      SpokenTurns turns,
      Answers answers,
      StandingPhrases phrases,
      AtOnce atOnce,
      MenuKeys keys,
      Thinking thinking,
      CallLog log,
      Tenancy tenancy,
      Clock clock) {
    this.exchanges = exchanges;
    this.turns = turns;
    this.answers = answers;
    this.phrases = phrases;
    this.atOnce = atOnce;
    this.keys = keys;
    this.thinking = thinking;
    this.log = log;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public Engine engine() {
    return Engine.TURN_BASED;
  }

  @Override
  public String open(CallInHand hand) {
    return exchanges
        .latest(hand.tenant(), hand.call().id())
        .filter(exchange -> exchange.engine() == engine() && isHandedOver(exchange))
        .map(exchange -> comesBack(hand, exchange.step() + 1, nobody(hand)))
        .orElseGet(() -> begin(hand));
  }

  private boolean isHandedOver(Exchange exchange) {
    String state = exchange.state();
    return state != null && answers.read(state).handedOver();
  }

  @Override
  public String resume(CallInHand hand, String sentence) {
    return exchanges
        .latest(hand.tenant(), hand.call().id())
        .filter(exchange -> exchange.engine() == engine())
        .map(exchange -> comesBack(hand, exchange.step() + 1, sentence))
        .orElseGet(() -> open(hand));
  }

  @Override
  public String tryOut(CallInHand hand) {
    open(hand);
    int step = exchanges.latest(hand.tenant(), hand.call().id()).orElseThrow().step() + 1;
    next(hand, step, SOMEBODY);
    thinking.about(hand.call().id(), step).ifPresent(CompletableFuture::join);
    return log.transcript(hand.tenant(), hand.call().id()).getLast().text();
  }

  /// Nobody took the call.
  private static String nobody(CallInHand hand) {
    return TransferWords.in(hand.receptionist().languages().getFirst()).nobody();
  }

  private String comesBack(CallInHand hand, int step, String sentence) {
    return exchanges
        .next(hand.tenant(), hand.call().id(), engine(), step)
        .map(
            taking ->
                switch (taking) {
                  case Taking.Answered(String twiml) -> twiml;
                  case Taking.UnderWay(Exchange exchange) -> meanwhile(hand, exchange, sentence);
                  case Taking.Yours _ ->
                      answers.ask(
                          hand, step, Course.BEGUN, sentence, language(hand, sentence), List.of());
                })
        .orElseGet(() -> begin(hand));
  }

  /// Says this to a caller who waits for the answer of a step.
  private String meanwhile(CallInHand hand, Exchange exchange, String sentence) {
    turns.receptionist(hand.tenant(), hand.call().id(), sentence, List.of());
    return Twiml.saying(sentence, language(hand, sentence), underWay(hand, exchange, 0));
  }

  /// Sentences of ours are in a language that we can write.
  private static Locale language(CallInHand hand, String sentence) {
    var words = Phrases.of(hand.receptionist());
    return sentence.equals(nobody(hand)) ? words.own() : words.spoken();
  }

  private String begin(CallInHand hand) {
    return switch (exchanges.open(hand.tenant(), hand.call().id(), engine())) {
      case Taking.Answered(String twiml) -> twiml;
      case Taking.UnderWay(Exchange exchange) -> underWay(hand, exchange, 0);
      case Taking.Yours(int step, _) ->
          hand.begun() ? takeOver(hand, step) : phrases.greet(hand, step);
    };
  }

  /// Somebody else has spoken with the caller before. What the caller said last, if that was not
  /// answered, is thought about while they are told to wait.
  private String takeOver(CallInHand hand, int step) {
    boolean waits =
        log.transcript(hand.tenant(), hand.call().id()).getLast().speaker() == Speaker.CALLER;
    if (!waits) {
      return phrases.resume(hand, step);
    }
    thinking.begin(hand, step);
    return phrases.interrupted(hand, step);
  }

  /// What is said to what was heard.
  ///
  /// @param step as the address says that was asked
  String next(CallInHand hand, int step, Heard heard) {
    Optional<Taking> taking =
        tenancy.run(
            hand.tenant(),
            () -> {
              var taken = exchanges.next(hand.tenant(), hand.call().id(), engine(), step);
              if (taken.filter(Taking.Yours.class::isInstance).isPresent()) {
                turns.caller(hand.tenant(), hand.call().id(), heard);
              }
              return taken;
            });
    return taking.map(taken -> told(hand, taken, heard)).orElseGet(() -> open(hand));
  }

  private String told(CallInHand hand, Taking taking, Heard heard) {
    return switch (taking) {
      case Taking.Answered(String twiml) -> twiml;
      case Taking.UnderWay(Exchange exchange) -> underWay(hand, exchange, 0);
      case Taking.Yours(int step, _) when takesTooMuch(hand) -> phrases.timeIsUp(hand, step);
      case Taking.Yours(int step, String before) -> {
        Course course = before == null ? Course.BEGUN : answers.read(before);
        yield keys.answer(hand, step, course, heard)
            .orElseGet(() -> found(hand, step, course, heard));
      }
    };
  }

  private String found(CallInHand hand, int step, Course before, Heard heard) {
    return heard instanceof Heard.Nothing
        ? phrases.silence(hand, step, before)
        : atOnce
            .answer(hand, step)
            .orElseGet(() -> await(hand, step, 0, thinking.begin(hand, step)));
  }

  /// What is said to a caller who has waited for the answer of a step.
  ///
  /// @param times how often
  String wait(CallInHand hand, int step, int times) {
    return exchanges
        .find(hand.tenant(), hand.call().id(), step)
        .filter(exchange -> exchange.engine() == engine())
        .map(
            exchange -> {
              String answer = exchange.answer();
              return answer == null ? underWay(hand, exchange, times) : answer;
            })
        .orElseGet(() -> open(hand));
  }

  private String underWay(CallInHand hand, Exchange exchange, int times) {
    var thought = thinking.about(hand.call().id(), exchange.step());
    boolean lost = thought.filter(thinking::isLost).isPresent();
    if (thought.isPresent() && !lost) {
      return await(hand, exchange.step(), times, thought.get());
    }
    boolean gone = lost || exchange.takenAt().plus(Thinking.GONE).isBefore(clock.instant());
    return gone && exchanges.takeAnew(hand.tenant(), hand.call().id(), exchange)
        ? await(hand, exchange.step(), times, thinking.begin(hand, exchange.step()))
        : phrases.holdOn(hand, exchange.step(), times);
  }

  private String await(CallInHand hand, int step, int times, CompletableFuture<String> thought) {
    try {
      return thought.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillThinking) {
      return phrases.holdOn(hand, step, times);
    } catch (ExecutionException e) {
      throw new NoAnswer("no answer at step " + step, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("stopped at step " + step, e);
    }
  }

  private boolean takesTooMuch(CallInHand hand) {
    CallLimits limits = hand.receptionist().limits();
    Money most = limits.spend();
    boolean spent =
        most != null && log.cost(hand.tenant(), hand.call().id()) >= most.amountMicros();
    return spent || hand.call().startedAt().plus(limits.length()).isBefore(clock.instant());
  }
}

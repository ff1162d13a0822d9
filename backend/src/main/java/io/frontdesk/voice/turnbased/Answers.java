package io.frontdesk.voice.turnbased;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.call.Engine;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.conversation.transfer.TransferEvent;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.twilio.Talk;
import io.frontdesk.twilio.WebhookUrls;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.exchange.Exchanges;
import io.frontdesk.voice.exchange.SpokenTurns;
import io.frontdesk.voice.exchange.Taking;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes the answers of the steps: the TwiML, the turn in the transcript and where the talk stands
/// then, together or not at all.
@Singleton
class Answers {
  static final String PATH = "/api/v1/voice/turn";
  private static final String AFTERWARDS = "/api/v1/voice/stream-ended";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Exchanges exchanges;
  private final SpokenTurns turns;
  private final Services services;
  private final TransferDesk transfers;
  private final OwnVoice voice;
  private final WebhookUrls urls;
  private final Tenancy tenancy;
  private final ObjectMapper json;

  Answers(
      Exchanges exchanges,
      SpokenTurns turns,
      Services services,
      TransferDesk transfers,
      OwnVoice voice,
      WebhookUrls urls,
      Tenancy tenancy,
      ObjectMapper json) {
    this.exchanges = exchanges;
    this.turns = turns;
    this.services = services;
    this.transfers = transfers;
    this.voice = voice;
    this.urls = urls;
    this.tenancy = tenancy;
    this.json = json;
  }

  /// Says something and listens.
  String ask(
      CallInHand hand, int step, Course course, String text, Locale language, List<ToolCall> done) {
    List<Talk.Spoken> says = List.of(spoken(hand, text, language));
    Talk.Listening listening = listening(hand, step, course);
    String twiml =
        hand.isGuardedAt(step) ? Talk.askThen(says, listening) : Talk.ask(says, listening);
    return keep(hand, step, course, text, done, twiml);
  }

  /// Greets and tells the keys, which may be pressed as soon as they are told.
  String offer(CallInHand hand, int step, String opening, String keys, Locale language) {
    Talk.Spoken greeting = spoken(hand, opening, language);
    Talk.Spoken offer = spoken(hand, keys, language);
    Talk.Listening listening = listening(hand, step, Course.OFFERING);
    String twiml =
        hand.isGuardedAt(step)
            ? Talk.askThen(List.of(greeting), List.of(offer), listening)
            : Talk.ask(List.of(greeting, offer), listening);
    return keep(hand, step, Course.OFFERING, opening + " " + keys, List.of(), twiml);
  }

  /// Says something that the caller hears to its end, and listens.
  String tell(CallInHand hand, int step, String text, Locale language, List<ToolCall> done) {
    List<Talk.Spoken> says = List.of(spoken(hand, text, language));
    String twiml = Talk.askThen(says, listening(hand, step, Course.BEGUN));
    return keep(hand, step, Course.BEGUN, text, done, twiml);
  }

  /// Says something and hangs up.
  String leave(
      CallInHand hand, int step, Course course, String text, Locale language, List<ToolCall> done) {
    return keep(hand, step, course, text, done, Talk.leave(List.of(spoken(hand, text, language))));
  }

  /// Says that somebody else will take the call; what follows is asked where it always is.
  String handOver(CallInHand hand, int step, String text, Locale language, List<ToolCall> done) {
    String twiml =
        Talk.holdOn(List.of(spoken(hand, text, language)), Duration.ZERO, urls.of(AFTERWARDS));
    return keep(
        hand,
        step,
        Course.HANDED_OVER,
        text,
        done,
        twiml,
        () -> transfers.happenedOn(hand.tenant(), hand.call().id(), new TransferEvent.Announced()));
  }

  /// Has the caller wait for the answer of a step.
  ///
  /// @param times how often that has happened at this step
  /// @param says what the caller is told; empty for nothing
  String holdOn(CallInHand hand, int step, int times, Optional<String> says, Locale language) {
    return Talk.holdOn(
        says.map(text -> spoken(hand, text, language)).stream().toList(),
        Duration.ofSeconds(1),
        urls.of(PATH + "?step=%d&wait=%d".formatted(step, times + 1)));
  }

  private Talk.Spoken spoken(CallInHand hand, String text, Locale language) {
    return voice.of(hand, text, language);
  }

  private String keep(
      CallInHand hand, int step, Course course, String text, List<ToolCall> done, String twiml) {
    return keep(hand, step, course, text, done, twiml, () -> {});
  }

  /// A step that somebody else has answered, or that nobody waits for any more, is told with that.
  ///
  /// @param then is done with it where this is what the caller is told, and not otherwise
  private String keep(
      CallInHand hand,
      int step,
      Course course,
      String text,
      List<ToolCall> done,
      String twiml,
      Runnable then) {
    return tenancy.run(
        hand.tenant(),
        () -> {
          var id = hand.call().id();
          if (exchanges.answer(hand.tenant(), id, step, write(course), twiml)) {
            turns.receptionist(hand.tenant(), id, text, done);
            then.run();
            return twiml;
          }
          return exchanges
              .next(hand.tenant(), id, Engine.TURN_BASED, step)
              .map(taking -> taking instanceof Taking.Answered(String told) ? told : twiml)
              .orElse(twiml);
        });
  }

  /// One key is enough where each stands for something.
  private Talk.Listening listening(CallInHand hand, int step, Course course) {
    var language = Locale.forLanguageTag(hand.receptionist().languages().getFirst());
    return new Talk.Listening(
        urls.of(PATH + "?step=" + (step + 1)),
        language,
        PATIENCE,
        course.offersKeys() ? 1 : 0,
        hints(hand));
  }

  /// Names that no dictionary has.
  private List<String> hints(CallInHand hand) {
    return tenancy.run(hand.tenant(), () -> services.offered(hand.tenant())).stream()
        .map(Service::name)
        .map(name -> name.replace(',', ' ').strip())
        .filter(name -> name.length() <= 100)
        .limit(100)
        .toList();
  }

  Course read(String state) {
    try {
      return json.readValue(state, Course.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Course course) {
    try {
      return json.writeValueAsString(course);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

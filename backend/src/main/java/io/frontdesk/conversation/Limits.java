package io.frontdesk.conversation;

import io.frontdesk.receptionist.Listening;
import java.time.Duration;

/// How long a conversation waits for what.
/// @param silence how long nobody says anything before the receptionist asks, asks again, takes
/// leave
/// @param afterGoodbye how long after a goodbye that the caller interrupted
/// @param call the longest call
/// @param modelReady until the model has its instructions
/// @param firstWord until the receptionist is heard for the first time, if the caller says nothing
/// @param answer until the model begins an answer that is due
/// @param hold how long a caller who has said something hears nothing before being asked to hold on
/// @param held how long they then hear nothing more until the model is given up
/// @param response until an answer that began is complete
/// @param goodbye until the last goodbye has been heard, once nothing before it is still being said
/// @param words until a caller's turn that ended is written down
/// @param lastWords the same, after the line was closed
/// @param tools until tools that run are done, after the line was closed
/// @param excuse how long the caller hears nothing because of a tool before being asked to wait
/// @param keys until the caller has pressed the next key of a number
/// @param speech how long a caller must have spoken for the receptionist to fall silent; zero if
/// the model falls silent by itself, at the first sound, and answers each turn by itself
/// @param doubt a turn that silenced the receptionist and was over within this time may be a noise
/// @param verdict until the words of such a turn show what it was
/// @param clock until the model is told anew what time it is
public record Limits(
    Duration silence,
    Duration afterGoodbye,
    Duration call,
    Duration modelReady,
    Duration firstWord,
    Duration answer,
    Duration hold,
    Duration held,
    Duration response,
    Duration goodbye,
    Duration words,
    Duration lastWords,
    Duration tools,
    Duration excuse,
    Duration keys,
    Duration speech,
    Duration doubt,
    Duration verdict,
    Duration clock) {
  /// What suits most businesses: a caller who never speaks is gone within 45 seconds.
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(7),
          Duration.ofSeconds(4),
          Duration.ofMinutes(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(8),
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ZERO,
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ofMinutes(10));

  /// How much longer than the silence that ends a turn a noise or an echo may last: an echo dies
  /// with what it echoes.
  private static final Duration NOISE = Duration.ofSeconds(1);

  /// How long a model that goes by the sense of what was said mostly waits.
  private static final Duration SILENCE_OF_SENSE = Duration.ofSeconds(2);

  /// The usual limits for a receptionist who listens so.
  public static Limits of(Listening listening) {
    Duration silence =
        listening.turnDetection() == Listening.TurnDetection.SILENCE
            ? Duration.ofMillis(listening.silenceMs())
            : SILENCE_OF_SENSE;
    return DEFAULT.yieldingAfter(Duration.ofMillis(listening.leastSpeechMs()), silence);
  }

  /// These limits for a receptionist who yields to whoever has spoken for so long.
  /// @param silence how long silence is that ends a turn
  Limits yieldingAfter(Duration leastSpeech, Duration silence) {
    return with(call, firstWord, hold, held, response, leastSpeech, silence.plus(NOISE), clock);
  }

  /// These limits for a receptionist who must be heard within this time.
  public Limits withFirstWordWithin(Duration time) {
    return with(call, time, hold, held, response, speech, doubt, clock);
  }

  /// These limits for callers who are asked to hold on after so long, and are helped in another way
  /// when they have then held on for so long.
  public Limits withHoldingOn(Duration after, Duration most) {
    return with(call, firstWord, after, most, response, speech, doubt, clock);
  }

  /// These limits for answers that may be so long.
  public Limits withAnswersOf(Duration longest) {
    return with(call, firstWord, hold, held, longest, speech, doubt, clock);
  }

  /// These limits for calls that may be so long.
  public Limits withCallsOf(Duration longest) {
    return with(longest, firstWord, hold, held, response, speech, doubt, clock);
  }

  /// These limits for a model whose notion of the time is good for so long.
  public Limits withClockGoodFor(Duration time) {
    return with(call, firstWord, hold, held, response, speech, doubt, time);
  }

  private Limits with(
      Duration longest,
      Duration firstWordWithin,
      Duration holdAfter,
      Duration heldFor,
      Duration longestAnswer,
      Duration leastSpeech,
      Duration doubtful,
      Duration clockGoodFor) {
    return new Limits(
        silence,
        afterGoodbye,
        longest,
        modelReady,
        firstWordWithin,
        answer,
        holdAfter,
        heldFor,
        longestAnswer,
        goodbye,
        words,
        lastWords,
        tools,
        excuse,
        keys,
        leastSpeech,
        doubtful,
        verdict,
        clockGoodFor);
  }

  /// Whether the model falls silent by itself, and answers by itself.
  boolean isModelsOwn() {
    return speech.isZero();
  }
}

package io.frontdesk.voice.ladder;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a stream ended before its call did.
public enum Fault {
  /// Nobody has told: the line broke, or the node is gone.
  LINE_BROKE(Cause.LINE, 3),
  /// The caller's sound does not come any more, though the line is there.
  NO_FRAMES(Cause.LINE, 0),
  /// What is said to the caller is not played any more, though their sound comes.
  NOTHING_PLAYED(Cause.LINE, 0),
  /// The model does not let us in.
  MODEL_REFUSED(Cause.PROVIDER, 0),
  /// The model did not get ready in time.
  MODEL_NOT_READY(Cause.PROVIDER, 0),
  /// Nothing could be heard of the receptionist in time.
  NO_FIRST_WORD(Cause.PROVIDER, 0),
  /// The provider takes no more for the time being, or wants to be paid.
  MODEL_EXHAUSTED(Cause.PROVIDER, 0),
  /// The session ended in the midst of the call.
  MODEL_LOST(Cause.MODEL, 1),
  /// The model fell silent in the midst of a sentence.
  MODEL_QUIET(Cause.MODEL, 1),
  /// The model does not answer the caller.
  NO_ANSWER(Cause.MODEL, 1),
  /// The model goes on for ever.
  ANSWER_NOT_COMPLETE(Cause.MODEL, 1),
  /// The model tried, and could not.
  RESPONSE_FAILED(Cause.MODEL, 1);

  private final Cause cause;
  private final int retries;

  private enum Cause {
    LINE,
    MODEL,
    PROVIDER
  }

  /// @param retries how often in a row the same engine may try again
  Fault(Cause cause, int retries) {
    this.cause = cause;
    this.retries = retries;
  }

  /// The fault of this name, in lower case; one that is not known is the model's.
  ///
  /// @param reason null if nobody told one
  public static Fault of(@Nullable String reason) {
    if (reason == null) {
      return LINE_BROKE;
    }
    return Stream.of(values())
        .filter(fault -> fault.reason().equals(reason))
        .findFirst()
        .orElse(MODEL_LOST);
  }

  /// Its name, in lower case.
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the same engine may go on with the call.
  ///
  /// @param times how often in a row it would have then
  public boolean isBorne(int times) {
    return times <= retries;
  }

  /// Whether the model, or whoever provides it, is at fault; not the line.
  public boolean isModels() {
    return cause != Cause.LINE;
  }
}

package io.frontdesk.voice;

import io.frontdesk.call.Engine;

/// An engine that talks with a caller by TwiML, one answer of ours after the other. What it must
/// know of a call is in the database, so that any node can give the next answer.
public interface TwimlEngine {
  /// Which one it is.
  Engine engine();

  /// Answers a call, or takes one over in its midst. Asked again for the same call, it says the
  /// same. Never in a transaction.
  ///
  /// @return TwiML
  /// @throws RuntimeException if it cannot; another engine takes the call then
  String open(CallInHand call);

  /// Goes on with a call whose line was elsewhere meanwhile: says this first, and then what was
  /// due. Asked again for the same call, it says the same. Never in a transaction.
  ///
  /// @return TwiML
  /// @throws RuntimeException if it cannot; another engine takes the call then
  String resume(CallInHand call, String sentence);

  /// Shows on a test call that it works: takes the call over and answers a caller who says
  /// something, with all that it needs for that. Blocks.
  ///
  /// @return what it says
  /// @throws RuntimeException if it does not work
  String tryOut(CallInHand call);
}

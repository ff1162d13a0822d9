package io.frontdesk.sandbox.openai.realtime;

/// One thing that a response puts out, piece by piece.
interface Output {

  /// Is told when an output has come to its end by itself.
  @FunctionalInterface
  interface Finished {
    /// It has come to its end.
    /// @param whole false if it ran out of tokens
    void finished(boolean whole);
  }

  Item item();

  /// Begins; tells when it has finished, unless it is cut.
  void begin(Finished finished);

  /// Stops where it is.
  void cut();

  /// Sends that its parts are done, as far as they came.
  void close();

  /// What it cost so far.
  Tokens tokens();
}

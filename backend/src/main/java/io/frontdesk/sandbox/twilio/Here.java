package io.frontdesk.sandbox.twilio;

/// The call that a verb is done on, and all that it needs for that.
record Here(Network network, Account account, CallFile file, PhoneLine line, Orders orders) {

  /// Picks the telephone up, if that was not done yet.
  void answer() {
    if (file.call().status() == CallStatus.RINGING) {
      pickUp();
      line.answer();
    }
  }

  /// Picks the telephone up; whoever has it hears and says something once the line is answered.
  void pickUp() {
    file.update(old -> old.answered(network.clock().instant()));
  }
}

package io.frontdesk.outbox;

import jakarta.inject.Singleton;

/// Tells this node's [JobRunner] that a job was just committed, so that it need not wait for its
/// next look at the table.
@Singleton
class Doorbell {
  private volatile Runnable answer = () -> {};

  void ring() {
    answer.run();
  }

  void answeredBy(Runnable answer) {
    this.answer = answer;
  }
}

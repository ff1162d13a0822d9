package io.frontdesk.database;

/// Whether what is committed must survive a crash of the machine.
public enum Durability {
  /// Written through to the disk at each commit.
  DURABLE("on"),
  /// For tests: quicker, and lost with the machine.
  THROWAWAY("off");

  private final String sync;

  Durability(String sync) {
    this.sync = sync;
  }

  /// PostgreSQL's word for it.
  String sync() {
    return sync;
  }
}

package io.frontdesk.database;

/// Whether what is committed must survive a crash of the machine.
public enum Durability {
  /// Written through to the disk at each commit.
  DURABLE("on", 100),
  /// For tests: quicker, and lost with the machine; many services use one, each a database of its
  /// own.
  THROWAWAY("off", 400);

  private final String sync;
  private final int connections;

  Durability(String sync, int connections) {
    this.sync = sync;
    this.connections = connections;
  }

  /// How many may be open at once, of all databases.
  int connections() {
    return connections;
  }

  /// PostgreSQL's word for it.
  String sync() {
    return sync;
  }
}

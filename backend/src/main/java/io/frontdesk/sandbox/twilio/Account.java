package io.frontdesk.sandbox.twilio;

import java.time.Instant;

/// An account: the master, or a subaccount that it owns.
///
/// @param owner the master's SID; the master owns itself
record Account(
    String sid,
    String authToken,
    String owner,
    String friendlyName,
    Status status,
    Instant createdAt,
    Instant updatedAt) {

  /// What the account may do. Closed is for ever.
  enum Status {
    ACTIVE,
    SUSPENDED,
    CLOSED;

    String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  boolean isMaster() {
    return owner.equals(sid);
  }

  boolean isActive() {
    return status == Status.ACTIVE;
  }

  Account renamed(String name, Instant now) {
    return new Account(sid, authToken, owner, name, status, createdAt, now);
  }

  Account with(Status next, Instant now) {
    return new Account(sid, authToken, owner, friendlyName, next, createdAt, now);
  }
}

package io.frontdesk.sandbox.twilio;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account: the master, or a subaccount that it owns.
///
/// @param owner the master's SID; the master owns itself
/// @param balance what is left to spend, in dollars; null for what every account starts with
/// @param trial whether it was never paid for
record Account(
    String sid,
    String authToken,
    String owner,
    String friendlyName,
    Status status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable BigDecimal balance,
    boolean trial) {
  private static final BigDecimal START = new BigDecimal("15.50");

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

  BigDecimal left() {
    return balance == null ? START : balance;
  }

  Account renamed(String name, Instant now) {
    return new Account(sid, authToken, owner, name, status, createdAt, now, balance, trial);
  }

  Account with(Status next, Instant now) {
    return new Account(sid, authToken, owner, friendlyName, next, createdAt, now, balance, trial);
  }

  Account paid(BigDecimal next, boolean onTrial) {
    return new Account(
        sid, authToken, owner, friendlyName, status, createdAt, updatedAt, next, onTrial);
  }
}

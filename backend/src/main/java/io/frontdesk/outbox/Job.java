package io.frontdesk.outbox;

import io.frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.UUID;

/// Work that is done later, at least once, on any node: an implementation must not mind being run
/// again.
public interface Job {
  /// The job's stable name in the database, for example `analyse_call`.
  String name();

  /// Does the work, outside any transaction. A failure is retried with growing delays.
  ///
  /// @param subject the row that it is about
  /// @throws NotYet if it cannot be done yet, which is no failure
  void run(TenantId tenant, UUID subject);

  /// What the job is about is not there yet: it is run again later.
  final class NotYet extends RuntimeException {
    private final Duration later;

    /// @param later how long to wait at least
    public NotYet(Duration later) {
      super("not yet; again in " + later);
      this.later = later;
    }

    Duration later() {
      return later;
    }
  }
}

package io.frontdesk.outbox;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// Work that is done later, at least once, on any node: an implementation must not mind being run
/// again.
public interface Job {
  /// The job's stable name in the database, for example `analyse_call`.
  String name();

  /// Does the work, outside any transaction. A failure is retried with growing delays.
  ///
  /// @param subject the row that it is about
  void run(TenantId tenant, UUID subject);
}

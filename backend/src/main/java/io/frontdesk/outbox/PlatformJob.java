package io.frontdesk.outbox;

import java.util.UUID;

/// Like [Job], about what belongs to no tenant.
public interface PlatformJob {
  /// The job's stable name in the database, for example `send_mail`.
  String name();

  /// Does the work, outside any transaction. A failure is retried with growing delays.
  ///
  /// @param subject the row that it is about
  void run(UUID subject);
}

package io.frontdesk.appointment;

import io.frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A source, besides the book of appointments itself, that knows when the staff are busy: their
/// time off, or a calendar that they keep elsewhere. Asked in the tenant's open transaction, while
/// callers wait: what is far away must have been fetched before.
public interface BusyTimes {
  /// What it is, in one word: `time_off`, `calendar`.
  String source();

  /// When one of the staff is busy between two times, in any order.
  List<Busy> of(TenantId tenant, UUID staffId, Instant from, Instant until);
}

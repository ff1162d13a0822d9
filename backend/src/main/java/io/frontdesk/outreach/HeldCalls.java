package io.frontdesk.outreach;

import io.frontdesk.call.CallLog;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Calls that businesses want placed, one at a time, with their records: whoever closes a record
/// holds it first and the order then, so everybody else does.
@Singleton
class HeldCalls {
  private final OutboundCalls calls;
  private final CallLog log;

  HeldCalls(OutboundCalls calls, CallLog log) {
    this.calls = calls;
    this.log = log;
  }

  /// Waits for whoever else works on it or on its record, and keeps them waiting until the
  /// transaction ends.
  Optional<OutboundCall> hold(TenantId tenant, UUID id) {
    calls
        .findByTenantIdAndId(tenant, id)
        .map(OutboundCall::callId)
        .ifPresent(callId -> log.hold(tenant, callId));
    return calls.lock(tenant.value(), id);
  }
}

package io.frontdesk.call;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// Something on a call that goes on, before or beside its record. Published on the thread that
/// carries the call's sound: a listener must not block, and must not throw.
public sealed interface CallMoment {
  TenantId tenant();

  UUID callId();

  /// Words of a turn that is not over.
  ///
  /// @param index the turn's, as far as can be told: an earlier one may still turn out to be empty
  /// @param text all words of the turn so far. Empty for a caller whose words are not known yet;
  /// empty for `system` if there is no such turn after all
  record Speaking(TenantId tenant, UUID callId, int index, Speaker speaker, String text)
      implements CallMoment {}

  /// The receptionist begins to do something.
  ///
  /// @param tool for example `take_message`
  record ToolStarted(TenantId tenant, UUID callId, String tool) implements CallMoment {}

  /// The receptionist has done it, or could not.
  record ToolFinished(TenantId tenant, UUID callId, String tool, boolean ok)
      implements CallMoment {}

  /// The line is closed: nothing more of this kind will come.
  record LineClosed(TenantId tenant, UUID callId) implements CallMoment {}
}

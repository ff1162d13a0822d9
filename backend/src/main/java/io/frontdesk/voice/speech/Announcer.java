package io.frontdesk.voice.speech;

import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;

/// Speaks what is said before the caller's first word, in one of the voices that a receptionist may
/// choose for that. Made beforehand, at leisure.
public interface Announcer {
  /// Whether a receptionist's opening is to be spoken by this one.
  boolean isChosenBy(ReceptionistConfig receptionist);

  /// Names how it will sound: what was recorded under another name must be recorded anew. What is
  /// made with a tenant's own account has the tenant in its name, so that no other hears it.
  String soundOf(TenantId tenant, ReceptionistConfig receptionist);

  /// Speaks a receptionist's opening. Blocks; not for an event loop.
  ///
  /// @return G.711 µ-law, 8 kHz, mono
  /// @throws CannotSpeak if it is known what the business can do about it
  /// @throws IllegalStateException if it cannot be done now
  byte[] record(TenantId tenant, ReceptionistConfig receptionist);
}

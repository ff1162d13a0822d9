package io.frontdesk.voice.speech;

import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;

/// An announcer that is quick enough to read an answer out while a caller waits for it.
public interface SentenceReader extends Announcer {
  /// Speaks a sentence. Blocks; not for an event loop.
  ///
  /// @return G.711 µ-law, 8 kHz, mono
  /// @throws IllegalStateException if it cannot be done now
  byte[] say(TenantId tenant, ReceptionistConfig receptionist, String text);
}

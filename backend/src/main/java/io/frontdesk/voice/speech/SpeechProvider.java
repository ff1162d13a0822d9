package io.frontdesk.voice.speech;

import io.frontdesk.business.Provider;
import io.frontdesk.tenancy.TenantId;

/// A company whose models listen and speak.
public interface SpeechProvider {
  /// Whose models they are, as the catalogue says.
  Provider provider();

  /// The model of that name, as this tenant reaches it. May block: for a key, for an address.
  /// @throws IllegalStateException if the tenant cannot use it
  SpeechModel model(TenantId tenant, String name);
}

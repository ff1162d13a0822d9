package io.frontdesk.voice.speech;

import io.frontdesk.business.Provider;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.ladder.ProviderKey;

/// A company whose models listen and speak.
public interface SpeechProvider {
  /// Whose models they are, as the catalogue says.
  Provider provider();

  /// With which key this tenant reaches them. May block.
  /// @throws IllegalStateException if it has none
  ProviderKey key(TenantId tenant);

  /// The model of that name, as this tenant reaches it. May block: for a key, for an address.
  /// @throws IllegalStateException if the tenant cannot use it
  SpeechModel model(TenantId tenant, String name);
}

package io.frontdesk.voice.speech;

import io.frontdesk.business.Provider;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.ladder.ProviderKey;
import java.util.function.Supplier;

/// A company whose models listen and speak.
public interface SpeechProvider {
  /// Whose models they are, as the catalogue says.
  Provider provider();

  /// With which key this tenant reaches them. May block.
  /// @throws IllegalStateException if it has none
  ProviderKey key(TenantId tenant);

  /// The model of that name, as this tenant reaches it. Reads the tenant's key, in the transaction
  /// that is open if one is.
  ///
  /// @return looks for its address, which may take a while: not to be done within a transaction
  /// @throws IllegalStateException if the tenant cannot use it
  Supplier<SpeechModel> model(TenantId tenant, String name);
}

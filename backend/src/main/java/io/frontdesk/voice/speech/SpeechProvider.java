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

  /// How a tenant reaches a model.
  ///
  /// @param model looks for its address: not to be done within a transaction
  record Reached(ProviderKey key, Supplier<SpeechModel> model) {}

  /// The model of that name, as this tenant reaches it. Reads the tenant's key, in the transaction
  /// that is open if one is.
  ///
  /// @throws IllegalStateException if the tenant cannot use it
  Reached model(TenantId tenant, String name);
}

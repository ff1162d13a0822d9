package io.frontdesk.voice;

import io.frontdesk.catalogue.Model;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.ladder.ProviderKey;
import io.frontdesk.voice.speech.SpeechProvider;
import jakarta.inject.Singleton;
import java.util.List;

/// Finds who provides a model.
@Singleton
class SpeechModels {
  private final List<SpeechProvider> providers;

  SpeechModels(List<SpeechProvider> providers) {
    this.providers = providers;
  }

  /// Reads the tenant's key, in the transaction that is open if one is.
  ///
  /// @throws IllegalStateException if nobody here provides it, or the tenant cannot use it
  SpeechProvider.Reached of(TenantId tenant, Model model) {
    return provider(model).model(tenant, model.name());
  }

  /// With which key the tenant reaches whoever provides it.
  /// @throws IllegalStateException if nobody here provides it, or the tenant has none
  ProviderKey key(TenantId tenant, Model model) {
    return provider(model).key(tenant);
  }

  private SpeechProvider provider(Model model) {
    return providers.stream()
        .filter(provider -> provider.provider() == model.provider())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody provides " + model.name()));
  }
}

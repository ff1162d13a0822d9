package io.frontdesk.voice;

import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.ladder.Circuits;
import io.frontdesk.voice.ladder.ProviderKey;
import io.frontdesk.voice.ladder.Reputation;
import jakarta.inject.Singleton;

/// Whether it is worth trying to connect calls to the models that listen and speak.
@Singleton
class SpeechHealth {
  /// Why another engine serves where it is not.
  static final String SKIPPED = "provider_skipped";

  private final Circuits circuits;
  private final Ensembles ensembles;
  private final SpeechModels models;

  SpeechHealth(Circuits circuits, Ensembles ensembles, SpeechModels models) {
    this.circuits = circuits;
    this.ensembles = ensembles;
    this.models = models;
  }

  /// Of whoever is reached with this key.
  Reputation of(ProviderKey key) {
    return new Reputation(circuits, key);
  }

  /// Whether a call may be connected to it now. While nobody is skipped, nothing is read.
  boolean allows(TenantId tenant, ReceptionistConfig receptionist) {
    return circuits.skipsNobody()
        || circuits.allows(models.key(tenant, ensembles.of(receptionist).speech()));
  }
}

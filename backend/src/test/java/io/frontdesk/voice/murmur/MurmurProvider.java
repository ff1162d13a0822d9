package io.frontdesk.voice.murmur;

import io.frontdesk.business.Provider;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.ladder.ProviderKey;
import io.frontdesk.voice.speech.SpeechProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Where a test names a port, the models there.
@Singleton
@Requires(property = "murmur.port")
class MurmurProvider implements SpeechProvider {
  private final int port;

  MurmurProvider(@Property(name = "murmur.port") int port) {
    this.port = port;
  }

  @Override
  public Provider provider() {
    return Provider.ELEVENLABS;
  }

  @Override
  public ProviderKey key(TenantId tenant) {
    return ProviderKey.of(provider(), "none");
  }

  @Override
  public Reached model(TenantId tenant, String name) {
    return new Reached(
        key(tenant),
        () -> (loop, like, _, listener) -> MurmurSession.open(loop, like, port, listener));
  }
}

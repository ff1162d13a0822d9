package io.frontdesk.voice.realtime;

import io.frontdesk.business.Provider;
import io.frontdesk.openai.OpenAiAccounts;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.ladder.ProviderKey;
import io.frontdesk.voice.speech.SpeechModel;
import io.frontdesk.voice.speech.SpeechProvider;
import jakarta.inject.Singleton;

/// OpenAI's models, and those of whoever speaks its protocol, with the tenant's own key or the
/// platform's.
@Singleton
class RealtimeProvider implements SpeechProvider {
  private final OpenAiAccounts accounts;

  RealtimeProvider(OpenAiAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Provider provider() {
    return Provider.OPENAI;
  }

  @Override
  public ProviderKey key(TenantId tenant) {
    return ProviderKey.of(provider(), accounts.of(tenant).key());
  }

  @Override
  public Reached model(TenantId tenant, String name) {
    OpenAiConfiguration account = accounts.of(tenant);
    return new Reached(
        ProviderKey.of(provider(), account.key()), () -> at(RealtimeAddress.of(account, name)));
  }

  private static SpeechModel at(RealtimeAddress address) {
    return (loop, like, drops, listener) ->
        RealtimeConnection.open(loop, like, address, drops, listener);
  }
}

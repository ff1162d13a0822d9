package io.frontdesk.analysis;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.frontdesk.business.TenantClients;
import io.frontdesk.openai.OpenAiAccounts;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The clients of the chat model: one for each tenant with a key of its own, and one for all
/// others.
@Singleton
class ChatModels {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final OpenAiAccounts accounts;
  private final TenantClients<OpenAiConfiguration, ChatModel> own =
      new TenantClients<>(ChatModels::make);
  private @Nullable ChatModel platforms;

  ChatModels(OpenAiAccounts accounts) {
    this.accounts = accounts;
  }

  /// The chat model of `tenant`, asked with its own key if it has one.
  ChatModel of(TenantId tenant) {
    OpenAiConfiguration account = accounts.of(tenant);
    if (accounts.isPlatforms(account)) {
      own.drop(tenant);
      return platforms(account);
    }
    return own.of(tenant, account);
  }

  private synchronized ChatModel platforms(OpenAiConfiguration account) {
    if (platforms == null) {
      platforms = make(account);
    }
    return platforms;
  }

  private static ChatModel make(OpenAiConfiguration account) {
    return OpenAiChatModel.builder()
        .baseUrl(account.api().toString())
        .apiKey(account.key())
        .modelName(account.chatModel())
        .strictJsonSchema(true)
        .store(false)
        .timeout(PATIENCE)
        // The job tries again.
        .maxRetries(0)
        .build();
  }
}

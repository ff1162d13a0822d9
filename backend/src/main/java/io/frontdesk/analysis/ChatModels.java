package io.frontdesk.analysis;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.frontdesk.openai.OpenAiAccounts;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The clients of the chat model, one for each account that is used, made when it is first needed
/// and made anew when the account has changed. Those that were not used for longest go.
@Singleton
class ChatModels {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST = 100;

  private final OpenAiAccounts accounts;
  private final Map<OpenAiConfiguration, ChatModel> made = new LinkedHashMap<>(16, 0.75f, true);

  ChatModels(OpenAiAccounts accounts) {
    this.accounts = accounts;
  }

  /// The chat model of `tenant`, asked with its own key if it has one.
  ChatModel of(TenantId tenant) {
    return of(accounts.of(tenant));
  }

  private synchronized ChatModel of(OpenAiConfiguration account) {
    ChatModel model = made.computeIfAbsent(account, ChatModels::make);
    if (made.size() > MOST) {
      made.remove(made.keySet().iterator().next());
    }
    return model;
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

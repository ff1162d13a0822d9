package io.frontdesk.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.frontdesk.business.Provider;
import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.catalogue.Model;
import io.frontdesk.openai.OpenAiAccounts;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The chat models that a tenant can use. One client for each account, model and patience: the
/// platform's are shared, and one that nobody asks for is forgotten, and its key with it.
@Singleton
public class ChatModels {
  /// What a caller hears out, and more.
  private static final int MOST_TOKENS = 1024;

  private final OpenAiAccounts openAi;
  private final AnthropicAccounts anthropic;
  private final OpenAiConfiguration configuration;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Cache<Client, ChatModel> clients =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(10)).build();

  /// @param configuration names the usual model
  public ChatModels(
      OpenAiAccounts openAi,
      AnthropicAccounts anthropic,
      OpenAiConfiguration configuration,
      Catalogue catalogue,
      Clock clock) {
    this.openAi = openAi;
    this.anthropic = anthropic;
    this.configuration = configuration;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  private record Client(Provider provider, URI api, String key, String model, Duration patience) {
    @Override
    public String toString() {
      return "Client[%s at %s]".formatted(model, api);
    }
  }

  /// The model that reads and writes for everybody.
  ///
  /// @param patience how long it may take to answer; who asks asks again, if at all
  /// @throws IllegalStateException if there is no key for it
  public NamedModel usual(TenantId tenant, Duration patience) {
    return openAis(tenant, configuration.chatModel(), patience)
        .orElseThrow(() -> new IllegalStateException("no account at OpenAI: set OPENAI_API_KEY"));
  }

  /// The models that may be asked, in this order: the one that was chosen, or the usual one; and
  /// then one of another provider, if there is a key for one.
  ///
  /// @param chosen a name of the catalogue; null for the usual one
  public List<NamedModel> candidates(TenantId tenant, @Nullable String chosen, Duration patience) {
    Optional<Model> wanted =
        Optional.ofNullable(chosen)
            .flatMap(name -> catalogue.find(Model.Kind.CHAT, name))
            .map(model -> catalogue.serving(model, today()));
    Optional<NamedModel> first = wanted.flatMap(model -> of(tenant, model, patience));
    Provider firsts = first.isPresent() ? wanted.orElseThrow().provider() : Provider.OPENAI;
    return Stream.concat(
            first.or(() -> openAis(tenant, configuration.chatModel(), patience)).stream(),
            catalogue.models().stream()
                .filter(model -> model.kind() == Model.Kind.CHAT && !model.isGone(today()))
                .filter(model -> model.provider() != firsts)
                .flatMap(model -> of(tenant, model, patience).stream())
                .limit(1))
        .toList();
  }

  private Optional<NamedModel> of(TenantId tenant, Model model, Duration patience) {
    return switch (model.provider()) {
      case OPENAI -> openAis(tenant, model.name(), patience);
      case ANTHROPIC ->
          anthropic
              .of(tenant)
              .map(account -> client(account, model.name(), patience))
              .map(this::named);
      case TWILIO, ELEVENLABS, SMTP -> Optional.empty();
    };
  }

  private static Client client(AnthropicAccounts.Account account, String model, Duration patience) {
    return new Client(Provider.ANTHROPIC, account.api(), account.key(), model, patience);
  }

  private Optional<NamedModel> openAis(TenantId tenant, String model, Duration patience) {
    OpenAiConfiguration account = openAi.of(tenant);
    return Optional.ofNullable(account.apiKey())
        .map(key -> new Client(Provider.OPENAI, account.api(), key, model, patience))
        .map(this::named);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private NamedModel named(Client client) {
    return new NamedModel(client.model(), clients.get(client, ChatModels::make));
  }

  private static ChatModel make(Client client) {
    return client.provider() == Provider.ANTHROPIC
        ? AnthropicChatModel.builder()
            .baseUrl(client.api() + "/")
            .apiKey(client.key())
            .modelName(client.model())
            .maxTokens(MOST_TOKENS)
            .timeout(client.patience())
            .maxRetries(0)
            .build()
        : OpenAiChatModel.builder()
            .baseUrl(client.api().toString())
            .apiKey(client.key())
            .modelName(client.model())
            .strictJsonSchema(true)
            .store(false)
            .timeout(client.patience())
            .maxRetries(0)
            .build();
  }
}

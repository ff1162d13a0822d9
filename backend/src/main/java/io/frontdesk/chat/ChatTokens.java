package io.frontdesk.chat;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.frontdesk.call.ModelTokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an answer took.
public final class ChatTokens {
  private ChatTokens() {}

  /// @return null if the model did not tell
  public static @Nullable ModelTokens of(ChatResponse answer) {
    TokenUsage told = answer.tokenUsage();
    if (told == null || told.inputTokenCount() == null || told.outputTokenCount() == null) {
      return null;
    }
    return switch (told) {
      // Anthropic counts what it was sent before apart.
      case AnthropicTokenUsage exactly ->
          tokens(
              told.inputTokenCount() + orNone(exactly.cacheCreationInputTokens()),
              orNone(exactly.cacheReadInputTokens()),
              told.outputTokenCount());
      case OpenAiTokenUsage exactly when exactly.inputTokensDetails() != null -> {
        long cached = orNone(exactly.inputTokensDetails().cachedTokens());
        yield tokens(told.inputTokenCount() - cached, cached, told.outputTokenCount());
      }
      default -> tokens(told.inputTokenCount(), 0, told.outputTokenCount());
    };
  }

  private static ModelTokens tokens(long in, long cached, long out) {
    return new ModelTokens(in, cached, out, 0, 0, 0, 0);
  }

  private static long orNone(@Nullable Integer tokens) {
    return Objects.requireNonNullElse(tokens, 0);
  }
}

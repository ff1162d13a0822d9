package io.frontdesk.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Text that can be stored and shown: no NUL, which PostgreSQL refuses, and no half of a surrogate
/// pair, which is not text. Checked once, where JSON comes in.
@Factory
public final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  CleanText() {}

  /// `text` with every character that cannot be stored replaced by U+FFFD: for text that nobody can
  /// be asked to send again.
  public static String of(String text) {
    if (fault(text) == null) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                clean.appendCodePoint(
                    c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        ? REPLACEMENT
                        : c));
    return clean.toString();
  }

  /// Why `text` cannot be stored, or null if it can.
  static @Nullable String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "has a NUL character";
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "has half a surrogate pair";
      }
    }
    return null;
  }

  @Bean
  @Singleton
  com.fasterxml.jackson.databind.Module cleanText() {
    return new SimpleModule("clean-text").addDeserializer(String.class, new Reader());
  }

  private static final class Reader extends StringDeserializer {
    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken().isNumeric() || json.currentToken().isBoolean()) {
        return (String) context.handleUnexpectedToken(String.class, json);
      }
      String text = super.deserialize(json, context);
      String fault = text == null ? null : fault(text);
      if (fault != null) {
        throw new InvalidFormatException(json, fault, null, String.class);
      }
      return text;
    }
  }
}

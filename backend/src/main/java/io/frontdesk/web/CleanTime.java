package io.frontdesk.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times that can be stored and reckoned with: of the years 1 to 9999. Checked once, where JSON
/// comes in.
@Factory
public final class CleanTime {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  CleanTime() {}

  /// The time nearest to `time` that can be stored: for bounds, where what lies beyond is the same.
  public static Instant nearest(Instant time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time;
  }

  @Bean
  @Singleton
  Module cleanTime() {
    return new Times();
  }

  /// Reads times before the library's own way of reading them, in whichever order both are found:
  /// what is registered later comes first.
  private static final class Times extends SimpleModule {
    @Serial private static final long serialVersionUID = 1;

    Times() {
      super("clean-time");
      addDeserializer(Instant.class, new Reader());
    }

    @Override
    public Iterable<? extends Module> getDependencies() {
      return List.of(new JavaTimeModule());
    }
  }

  private static final class Reader extends StdDeserializer<Instant> {
    @Serial private static final long serialVersionUID = 1;

    Reader() {
      super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, json);
      }
      Instant time = InstantDeserializer.INSTANT.deserialize(json, context);
      if (time != null && !nearest(time).equals(time)) {
        throw new InvalidFormatException(
            json, "must be in the years 1 to 9999", time, Instant.class);
      }
      return time;
    }
  }
}

package io.frontdesk.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Objects are made of objects only. Jackson would make one of a number or a text as well, by the
/// constructor that takes one.
@Factory
final class StrictJson {
  @Bean
  @Singleton
  com.fasterxml.jackson.databind.Module strictJson() {
    return new Strict();
  }

  private static final class Strict extends SimpleModule {
    private static final long serialVersionUID = 1;

    Strict() {
      super("strict-json");
      setDeserializerModifier(new ObjectsOnly());
    }
  }

  /// Types that are written as one value (`@JsonValue`), such as numbers and ids, stay so.
  private static final class ObjectsOnly extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
      return deserializer instanceof BeanDeserializerBase && type.findJsonValueAccessor() == null
          ? new ObjectOnly(deserializer)
          : deserializer;
    }
  }

  private static final class ObjectOnly extends DelegatingDeserializer {
    private static final long serialVersionUID = 1;

    ObjectOnly(JsonDeserializer<?> object) {
      super(object);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> object) {
      return new ObjectOnly(object);
    }

    @Override
    public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken().isScalarValue() || json.hasToken(JsonToken.START_ARRAY)) {
        return context.handleUnexpectedToken(handledType(), json);
      }
      return super.deserialize(json, context);
    }
  }
}

package io.frontdesk.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Stores a constant under the name it has in JSON (`IN_PROGRESS` is `in_progress`), so that table
/// and wire say the same word. Named on the enum:
/// `@TypeDef(type = DataType.STRING, converter = WireName.class)`.
@Singleton
public class WireName implements AttributeConverter<Enum<?>, String> {
  /// The constant's name in tables, JSON and addresses.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable Enum<?> constant, ConversionContext context) {
    return constant == null ? null : of(constant);
  }

  @Override
  public @Nullable Enum<?> convertToEntityValue(@Nullable String name, ConversionContext context) {
    if (name == null) {
      return null;
    }
    if (context instanceof ArgumentConversionContext<?> argument) {
      for (Object constant : argument.getArgument().getType().getEnumConstants()) {
        if (constant instanceof Enum<?> candidate && of(candidate).equals(name)) {
          return candidate;
        }
      }
    }
    throw new IllegalStateException("no constant is stored as " + name);
  }
}

package io.frontdesk.tenancy;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Stores an [E164] as its text.
@Singleton
public class E164Converter implements AttributeConverter<E164, String> {
  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable E164 number, ConversionContext context) {
    return number == null ? null : number.value();
  }

  @Override
  public @Nullable E164 convertToEntityValue(@Nullable String value, ConversionContext context) {
    return value == null ? null : new E164(value);
  }
}

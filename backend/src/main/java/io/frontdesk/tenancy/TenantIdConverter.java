package io.frontdesk.tenancy;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores a [TenantId] as its UUID.
@Singleton
public class TenantIdConverter implements AttributeConverter<TenantId, UUID> {
  @Override
  public @Nullable UUID convertToPersistedValue(
      @Nullable TenantId tenant, ConversionContext context) {
    return tenant == null ? null : tenant.value();
  }

  @Override
  public @Nullable TenantId convertToEntityValue(@Nullable UUID value, ConversionContext context) {
    return value == null ? null : new TenantId(value);
  }
}

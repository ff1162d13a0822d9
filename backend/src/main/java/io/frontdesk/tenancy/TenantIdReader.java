package io.frontdesk.tenancy;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.runtime.convert.DataTypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Reads a [TenantId] out of query results that are no entities, where its attribute converter is
/// not looked for.
@Singleton
class TenantIdReader implements DataTypeConverter<UUID, TenantId> {
  @Override
  public Optional<TenantId> convert(
      UUID value, Class<TenantId> targetType, ConversionContext context) {
    return Optional.of(new TenantId(value));
  }
}

package io.frontdesk.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;

/// Identifies one tenant. A type of its own so that no other id can stand in for it.
@TypeDef(type = DataType.UUID, converter = TenantIdConverter.class)
public record TenantId(@JsonValue UUID value) {
  /// @throws IllegalArgumentException if there is no value: JSON's empty text gives none
  @JsonCreator
  public TenantId {
    if (value == null) {
      throw new IllegalArgumentException("must be an id");
    }
  }

  public static TenantId create() {
    return new TenantId(UuidCreator.getTimeOrderedEpoch());
  }

  /// The tenant whose id `text` writes.
  ///
  /// @throws IllegalArgumentException if `text` is not a UUID
  public static TenantId parse(String text) {
    return new TenantId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

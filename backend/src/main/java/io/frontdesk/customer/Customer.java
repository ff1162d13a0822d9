package io.frontdesk.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody on the business's books.
///
/// @param number the customer number; no two customers have the same, whatever its capitals
@MappedEntity(value = "customer", schema = "tenant")
public record Customer(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String number,
    String name,
    @Nullable E164 phone,
    @Nullable String email,
    @Nullable String address,
    @Nullable String note,
    @JsonIgnore @Version long version,
    Instant createdAt,
    @DateUpdated Instant updatedAt) {

  /// A customer as somebody writes it.
  ///
  /// @param number null to be given one
  @Introspected
  public record Details(
      @Nullable
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}",
              message = "must be letters, digits and . _ / -, at most 40")
          String number,
      @NotBlank @Size(max = 200) String name,
      @Nullable E164 phone,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable @Size(max = 500) String address,
      @Nullable @Size(max = 2000) String note) {}

  Details details() {
    return new Details(number, name, phone, email, address, note);
  }

  Customer with(Details details) {
    String changed = details.number();
    return new Customer(
        id,
        tenantId,
        changed == null ? number : changed,
        details.name(),
        details.phone(),
        details.email(),
        details.address(),
        details.note(),
        version,
        createdAt,
        updatedAt);
  }
}

package io.frontdesk.access.team;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.access.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// Somebody who works with a business.
///
/// @param name as they call themselves; empty if they have not said
/// @param createdAt when they joined
@MappedEntity(value = "membership", schema = "tenant")
record Member(
    @Id UUID id,
    UUID userId,
    String name,
    String email,
    Role role,
    @JsonIgnore long version,
    Instant createdAt) {

  /// What the audit log remembers.
  Facts facts() {
    return new Facts(email, role);
  }

  /// Who, and as what.
  record Facts(String email, Role role) {}
}

package io.frontdesk.access.team;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.access.Role;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// Somebody was asked to work with a business and has not answered.
///
/// @param email in lower case
/// @param invitedBy the person who asked
/// @param tokenHash of the link that was mailed last; older ones are good no more
/// @param sent how often it was mailed
@MappedEntity(value = "invitation", schema = "tenant")
record Invitation(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    String email,
    Role role,
    UUID invitedBy,
    @JsonIgnore String tokenHash,
    Instant createdAt,
    int sent,
    Instant expiresAt) {

  Invitation sentAgain(String newTokenHash, Instant until) {
    return new Invitation(
        id, tenantId, email, role, invitedBy, newTokenHash, createdAt, sent + 1, until);
  }

  /// What the audit log remembers.
  Member.Facts facts() {
    return new Member.Facts(email, role);
  }
}

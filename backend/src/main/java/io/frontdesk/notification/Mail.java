package io.frontdesk.notification;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail to a person that was not sent yet.
///
/// @param tenantId the business in whose name it is written; null if in none's
/// @param userId the person; null if they are not known here
/// @param encryptedBody a [MailBody], encrypted for the platform: it may hold what lets its reader
/// in
/// @param expiresAt when it is no longer of any use
@MappedEntity(value = "mail", schema = "platform")
record Mail(
    @Id UUID id,
    @Nullable TenantId tenantId,
    @Nullable UUID userId,
    String recipient,
    String subject,
    String encryptedBody,
    Instant createdAt,
    Instant expiresAt) {}

package io.frontdesk.operator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token that an operator has shown, or that may not be shown any more.
///
/// @param operator the name in it
/// @param firstUsedAt null if it was revoked before anybody showed it
/// @param lastUsedAt to the minute; null if nobody did
/// @param lastAddress from where it was shown; null if it was not
/// @param revokedAt null if it is good
/// @param revokedBy the operator who revoked it; null if nobody did
@MappedEntity(value = "operator_token", schema = "platform")
record ShownToken(
    @Id UUID id,
    String operator,
    Instant expiresAt,
    @Nullable Instant firstUsedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastAddress,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy) {}

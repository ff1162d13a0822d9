package io.frontdesk.access.recovery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// Somebody says that the password of an address is forgotten.
///
/// @param email in lower case; perhaps nobody's
@MappedEntity(value = "password_reset", schema = "platform")
record ResetRequest(@Id UUID id, String email, Instant createdAt) {}

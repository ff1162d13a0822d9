package io.frontdesk.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who signs in, whichever businesses they work for.
///
/// @param email in lower case
/// @param passwordHash Argon2id in PHC form; null while the person has no password
@MappedEntity(value = "user", schema = "platform")
record User(@Id UUID id, String email, @Nullable String passwordHash, Instant createdAt) {}

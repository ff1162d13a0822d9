package io.frontdesk.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// A person who signs in, whichever businesses they work for.
///
/// @param email in lower case
/// @param passwordHash Argon2id in PHC form
@MappedEntity(value = "user", schema = "platform")
record User(@Id UUID id, String email, String passwordHash, Instant createdAt) {}

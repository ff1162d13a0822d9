package io.frontdesk.access;

import io.frontdesk.access.notice.Language;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who signs in, whichever businesses they work for.
///
/// @param email in lower case
/// @param name as they call themselves; empty if they have not said
/// @param language in which they are written to
/// @param emailVerifiedAt when they were found to read mails to that address; null if not yet
/// @param passwordHash Argon2id in PHC form; null while the person has no password
@MappedEntity(value = "user", schema = "platform")
public record User(
    @Id UUID id,
    String email,
    String name,
    Language language,
    @Nullable Instant emailVerifiedAt,
    @Nullable String passwordHash,
    Instant createdAt) {}

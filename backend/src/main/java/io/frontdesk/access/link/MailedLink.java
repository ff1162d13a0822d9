package io.frontdesk.access.link;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/// A link that was mailed to a person and not used yet.
///
/// @param address where it was mailed to
@MappedEntity(value = "mailed_link", schema = "platform")
public record MailedLink(@Id UUID id, UUID userId, String address) {}

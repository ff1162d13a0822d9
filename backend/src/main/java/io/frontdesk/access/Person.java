package io.frontdesk.access;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// The person whose access token came with a request. Controllers take it as an argument; a
/// program's token is refused there.
///
/// @param session the session that the token belongs to
public record Person(UUID id, TenantId tenant, UUID session) {}

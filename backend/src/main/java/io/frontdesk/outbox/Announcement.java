package io.frontdesk.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/// A committed change, told to this node's listeners right after its commit, on the thread that
/// committed: a listener must be quick and must not throw.
///
/// @param type as the API's list of events names it, for example `call.ended`
/// @param subjectId the row that it happened to
public record Announcement(
    TenantId tenant, String type, UUID subjectId, JsonNode data, Instant at) {}

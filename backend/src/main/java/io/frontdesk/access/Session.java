package io.frontdesk.access;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/// A log-in that lasts, on one device.
@Introspected
record Session(UUID id, String userAgent, String address, Instant createdAt, Instant lastUsedAt) {}

package io.frontdesk.appointment;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/// A time that can be booked.
///
/// @param endsAt when the next one could begin
@Introspected
public record Slot(UUID serviceId, UUID staffId, Instant startsAt, Instant endsAt) {}

package io.frontdesk.appointment.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A calendar that is connected with ours.
///
/// @param staffId whose; null for everybody's
/// @param encryptedUrl where it is read; null for a feed. Whoever knows it can read the calendar
/// @param host the part of that address that may be shown
/// @param tokenHash of the token in a feed's address; null for what is read
/// @param readAt when it was read last; null until it was
/// @param problem why the last try failed, for people; null if it did not
/// @param notice what of it was not understood, for people; null if all was
@MappedEntity(value = "calendar", schema = "tenant")
record ConnectedCalendar(
    @Id UUID id,
    @JsonIgnore TenantId tenantId,
    CalendarKind kind,
    String name,
    @Nullable UUID staffId,
    @JsonIgnore @Nullable String encryptedUrl,
    @Nullable String host,
    @JsonIgnore @Nullable String tokenHash,
    @Nullable Instant readAt,
    @Nullable String problem,
    @Nullable String notice,
    Instant createdAt) {}

package io.frontdesk.appointment;

import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to book.
///
/// @param serviceId null for the business's first service
/// @param staffId null for whoever is free
@Introspected
public record Booking(
    @Nullable UUID serviceId,
    @Nullable UUID staffId,
    @NotNull Instant startsAt,
    @NotBlank @Size(max = 200) String name,
    @Nullable E164 phone,
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @Size(max = 2000) String reason) {}

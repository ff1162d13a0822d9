package io.frontdesk.receptionist;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// Something that the business wants to know of every caller.
///
/// @param key names the answer in a lead's `fields`, for example `address`
/// @param question as the receptionist asks it
/// @param required whether the receptionist asks even when the caller does not bring it up
@Introspected
public record IntakeQuestion(
    @NotNull
        @Pattern(
            regexp = "[a-z][a-z0-9_]{0,39}",
            message = "must be lower-case letters, digits and _, a letter first, at most 40")
        String key,
    @NotBlank @Size(max = 300) String question,
    boolean required) {}

package io.frontdesk.access.password;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/// What it costs to try a password: Argon2id's memory and passes. A hash carries those it was made
/// with, so they can be raised at any time; docs/decisions/passwords.md tells how they were chosen.
///
/// @param memoryKib memory of one hash, in KiB
/// @param passes how often that memory is gone through
@ConfigurationProperties("frontdesk.passwords")
record PasswordCost(
    @Bindable(defaultValue = "40960") @Min(64) int memoryKib,
    @Bindable(defaultValue = "2") @Min(1) int passes) {}

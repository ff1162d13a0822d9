package io.frontdesk.stats;

import io.micronaut.core.annotation.Introspected;

/// Calls that were to be handed to a person.
///
/// @param succeeded those that a person took
@Introspected
record Transfers(long total, long succeeded) {}

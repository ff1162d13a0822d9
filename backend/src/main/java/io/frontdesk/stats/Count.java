package io.frontdesk.stats;

import io.micronaut.core.annotation.Introspected;

/// How many rows are of one stretch of time.
///
/// @param stretch counts from 1
@Introspected
record Count(int stretch, long total) {}

package io.frontdesk.outbox;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job that has failed and is tried again.
///
/// @param name what kind of job
/// @param instance which one: the tenant's id and the subject's
/// @param failures how often it has failed, one time after the other
/// @param lastFailureAt null if nobody noted it
/// @param error what the last failure was; null if nobody noted it
/// @param nextTryAt when it is tried again
/// @param running whether it is tried right now
@Introspected
public record StuckJob(
    String name,
    String instance,
    int failures,
    @Nullable Instant lastFailureAt,
    @Nullable String error,
    Instant nextTryAt,
    boolean running) {}

package io.frontdesk.audit;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which lines are asked for; what is null does not narrow the list.
///
/// @param actorId a person's or a program's
@Introspected
record AuditFilter(
    @QueryValue @Nullable @Pattern(regexp = WORD) String action,
    @QueryValue @Nullable @Pattern(regexp = WORD) String resource,
    @QueryValue("resource_id") @Nullable UUID resourceId,
    @QueryValue Actor.@Nullable Kind actor,
    @QueryValue("actor_id") @Nullable UUID actorId) {
  private static final String WORD = "[a-z_]{1,50}";
}

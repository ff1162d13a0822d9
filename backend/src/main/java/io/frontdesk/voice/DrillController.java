package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tries every step that a call can take when something fails.
@Controller("/api/v1/receptionists/{id}/drill")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class DrillController {
  private final RunDrill drills;

  DrillController(RunDrill drills) {
    this.drills = drills;
  }

  /// @param last null if there was none
  @Introspected
  record LastDrill(@Nullable Drill last) {}

  /// Has a test call walk down every step: a model that listens and speaks, turn by turn, the
  /// script, voicemail. One that is under way is answered with itself.
  @Post
  @Status(HttpStatus.ACCEPTED)
  Drill begin(TenantId tenant, UUID id) {
    return drills.begin(tenant, id);
  }

  /// The last walk, and how far it has come.
  @Get
  LastDrill last(TenantId tenant, UUID id) {
    return new LastDrill(drills.last(tenant, id).orElse(null));
  }
}

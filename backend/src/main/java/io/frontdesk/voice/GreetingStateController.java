package io.frontdesk.voice;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether callers are greeted by what was recorded.
@Controller("/api/v1/receptionists/{id}/greeting")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class GreetingStateController {
  private static final Logger LOG = LoggerFactory.getLogger(GreetingStateController.class);

  private final Greetings greetings;

  GreetingStateController(Greetings greetings) {
    this.greetings = greetings;
  }

  /// How it stands with the greetings of the published version.
  @Get
  GreetingState state(TenantId tenant, UUID id) {
    return greetings.state(tenant, id);
  }

  /// Records now what is missing, instead of when it is tried again by itself, and says how it
  /// stands then. Takes some seconds.
  @Post
  GreetingState record(TenantId tenant, UUID id) {
    if (!greetings.state(tenant, id).recorded()) {
      try {
        greetings.run(tenant, id);
      } catch (IllegalStateException | UncheckedIOException e) {
        LOG.info("A greeting still cannot be recorded: {}", e.getMessage());
      }
    }
    return greetings.state(tenant, id);
  }
}

package io.frontdesk.voice;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.conversation.Prompt;
import io.frontdesk.conversation.tool.CallFile;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.Services;
import io.frontdesk.receptionist.Which;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CleanTime;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a receptionist says first and what its model is told, to read.
@Controller("/api/v1/receptionists/{id}/prompt")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class PromptController {
  private final Receptionists receptionists;
  private final Businesses businesses;
  private final Services services;
  private final Tenancy tenancy;
  private final Clock clock;
  private final CallFile file;

  PromptController(
      Receptionists receptionists,
      Businesses businesses,
      Services services,
      Tenancy tenancy,
      Clock clock,
      CallFile file) {
    this.receptionists = receptionists;
    this.businesses = businesses;
    this.services = services;
    this.tenancy = tenancy;
    this.clock = clock;
    this.file = file;
  }

  /// How a call begins.
  ///
  /// @param at when somebody calls
  /// @param occasion whether the business is open then
  /// @param opening all that is said before the caller's first word
  /// @param text what the model is told, in Markdown
  @Introspected
  record Beginning(Instant at, Occasion occasion, String opening, String text) {}

  /// How a call begins with this receptionist, of a caller whose number is withheld.
  ///
  /// @param version `published`, `draft` or a version's number
  /// @param at when somebody calls; left out for now
  @Get
  Beginning prompt(
      TenantId tenant,
      UUID id,
      @QueryValue(defaultValue = Which.PUBLISHED) String version,
      @QueryValue @Nullable Instant at) {
    var which = Which.of("version", version);
    Instant then = at == null ? clock.instant() : CleanTime.nearest(at);
    return tenancy.run(
        tenant,
        () -> {
          Business business = businesses.of(tenant);
          Occasion occasion = Occasion.of(business, then);
          var receptionist = AsHeard.at(business, receptionists.which(tenant, id, which), occasion);
          var prompt =
              new Prompt(
                  business,
                  receptionist,
                  services.offered(tenant),
                  then,
                  null,
                  null,
                  List.of(file.knows(tenant, id, then)));
          return new Beginning(then, occasion, receptionist.opening(), prompt.text());
        });
  }
}

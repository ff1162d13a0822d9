package io.frontdesk.catalogue;

import io.frontdesk.web.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The catalogue of models.
@Controller("/api/v1/models")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Receptionists")
class ModelController {
  private final Catalogue catalogue;
  private final Clock clock;

  ModelController(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// The models that there are, with their voices, capabilities and prices (in dollars: for a
  /// million tokens, or for a minute of sound), all on one page.
  @Get
  Page<ListedModel> list() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Page<>(
        catalogue.models().stream()
            .map(model -> new ListedModel(model, catalogue.isUsual(model), model.endsSoon(today)))
            .toList(),
        null);
  }
}

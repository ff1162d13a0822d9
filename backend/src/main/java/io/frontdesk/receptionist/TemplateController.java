package io.frontdesk.receptionist;

import io.frontdesk.web.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The industries' templates.
@Controller("/api/v1/templates")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Receptionists")
class TemplateController {
  private final Templates templates;

  TemplateController(Templates templates) {
    this.templates = templates;
  }

  /// What a business of each industry starts with, all on one page.
  @Get
  Page<Template> list() {
    return new Page<>(templates.all(), null);
  }
}

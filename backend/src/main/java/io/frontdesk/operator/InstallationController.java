package io.frontdesk.operator;

import io.frontdesk.secrets.Reencryption;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;

/// What is no tenant's: the keys, and what operators did.
@Controller("/operator")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class InstallationController {
  private final Reencryption reencryption;
  private final OperatorActions actions;
  private final OperatorLog log;
  private final Tenancy tenancy;

  InstallationController(
      Reencryption reencryption, OperatorActions actions, OperatorLog log, Tenancy tenancy) {
    this.reencryption = reencryption;
    this.actions = actions;
    this.log = log;
    this.tenancy = tenancy;
  }

  /// The keys, and how much each of them still has to open.
  @Introspected
  record Keys(List<Reencryption.Key> data) {}

  @Get("/keys")
  Keys keys(Operator operator) {
    return new Keys(reencryption.keys());
  }

  /// @param values how many were encrypted anew
  @Introspected
  record Reencrypted(int values) {}

  /// Encrypts everything that is stored with the primary key.
  @Post("/keys/reencrypt")
  Reencrypted reencrypt(Operator operator) {
    int values = reencryption.run();
    tenancy.platform(
        () -> {
          log.did(operator, "reencrypt", Map.of("values", values));
          return values;
        });
    return new Reencrypted(values);
  }

  /// What operators did, newest first.
  @Get("/log")
  Page<OperatorAction> log(Operator operator, @Valid @RequestBean PageQuery page) {
    List<OperatorAction> found =
        tenancy.platform(() -> actions.newestFirst(page.before(), page.fetch()));
    return Page.of(found, page, OperatorAction::id);
  }
}

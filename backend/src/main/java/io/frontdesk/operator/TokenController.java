package io.frontdesk.operator;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// The tokens that operators show.
@Controller("/operator/tokens")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class TokenController {
  private final ShownTokens shown;
  private final OperatorTokens tokens;
  private final TokenRegister register;
  private final Tenancy tenancy;

  TokenController(
      ShownTokens shown, OperatorTokens tokens, TokenRegister register, Tenancy tenancy) {
    this.shown = shown;
    this.tokens = tokens;
    this.register = register;
    this.tenancy = tenancy;
  }

  /// Those that were shown or revoked, the one made last first.
  @Get
  Page<ShownToken> list(Operator operator, @Valid @RequestBean PageQuery page) {
    return Page.of(
        tenancy.platform(() -> shown.newestFirst(page.before(), page.fetch())),
        page,
        ShownToken::id);
  }

  /// Revokes a token of the list, perhaps the very one that was shown.
  @Post("/{id}/revoke")
  @Status(HttpStatus.NO_CONTENT)
  void revoke(Operator operator, UUID id) {
    ShownToken token =
        tenancy
            .platform(() -> shown.findById(id))
            .orElseThrow(() -> new RequestException.NotFound("token", id));
    register.revoke(operator, id, token.operator(), token.expiresAt());
  }

  /// @param token as the command made it
  @Introspected
  record Found(@NotBlank @Size(max = 2_000) String token) {}

  /// Revokes a token that somebody found, whether or not it was ever shown.
  @Post("/revoke")
  @Status(HttpStatus.NO_CONTENT)
  void revoke(Operator operator, @Body @Valid Found found) {
    OperatorTokens.Token token =
        tokens
            .read(found.token())
            .orElseThrow(
                () ->
                    new RequestException.Rejected(
                        "/token", "is no token of this installation, or has expired"));
    register.revoke(operator, token.id(), token.operator(), token.expiresAt());
  }
}

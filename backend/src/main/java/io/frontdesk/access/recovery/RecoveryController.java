package io.frontdesk.access.recovery;

import io.frontdesk.access.password.PasswordRule;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// A forgotten password.
@Controller("/api/v1/auth/password-reset")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class RecoveryController {
  private final PasswordReset reset;

  RecoveryController(PasswordReset reset) {
    this.reset = reset;
  }

  /// Whose password is forgotten.
  @Introspected
  record Forgotten(@NotBlank @Size(max = 254) String email) {}

  /// A new password.
  ///
  /// @param token as the mailed link carries it
  @Introspected
  record Renewal(
      @NotBlank @Size(max = 200) String token,
      @NotNull @Size(max = PasswordRule.LONGEST) String password) {}

  /// Mails a link to the address if it is somebody's. The answer is the same if it is nobody's.
  @Post
  @Status(HttpStatus.ACCEPTED)
  void ask(@Body @Valid Forgotten forgotten) {
    reset.ask(forgotten.email());
  }

  /// Replaces the password with a mailed link, which works once and for an hour. All sessions end.
  @Post("/confirm")
  @Status(HttpStatus.NO_CONTENT)
  void confirm(@Body @Valid Renewal renewal) {
    reset.confirm(renewal.token(), renewal.password());
  }
}

package io.frontdesk.voice;

import io.frontdesk.access.CallPlacing;
import io.frontdesk.conversation.transfer.Transfer;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls that go on, to take a hand in.
@Controller("/api/v1/calls/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Calls")
class LiveCallController {
  private final CallControl control;

  LiveCallController(CallControl control) {
    this.control = control;
  }

  /// To whom: one of both.
  ///
  /// @param target the name of somebody to whom this call's receptionist hands callers over
  /// @param number anybody's
  @Introspected
  record Connection(@Nullable @Size(max = 100) String target, @Nullable E164 number) {}

  /// What is to be said.
  @Introspected
  record Words(@NotBlank @Size(max = 1000) String text) {}

  /// Hands the caller over to somebody, whatever is being said; a program needs the scope
  /// `calls:place` for a number.
  @Post("/transfer")
  @Status(HttpStatus.ACCEPTED)
  Transfer transfer(
      TenantId tenant, Authentication authentication, UUID id, @Body @Valid Connection to) {
    if (to.number() != null) {
      CallPlacing.demand(authentication);
    }
    return control.transfer(tenant, id, to.target(), to.number());
  }

  /// Ends the call.
  @Post("/hangup")
  @Status(HttpStatus.NO_CONTENT)
  void hangUp(TenantId tenant, UUID id) {
    control.hangUp(tenant, id);
  }

  /// Has the receptionist say something, as soon as nobody else speaks.
  @Post("/say")
  @Status(HttpStatus.ACCEPTED)
  void say(TenantId tenant, UUID id, @Body @Valid Words words) {
    control.say(tenant, id, words.text());
  }
}

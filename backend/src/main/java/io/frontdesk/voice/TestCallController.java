package io.frontdesk.voice;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// Calls from the browser, to try a receptionist.
@Controller("/api/v1/receptionists/{id}/test-call")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receptionists")
class TestCallController {
  private final TestCalls calls;

  TestCallController(TestCalls calls) {
    this.calls = calls;
  }

  /// What the receptionist is tried with.
  enum Tried {
    /// What is being edited.
    @JsonProperty("draft")
    DRAFT,
    /// What callers hear.
    @JsonProperty("published")
    PUBLISHED
  }

  /// Which call it shall be.
  @Introspected
  record Wanted(@NotNull Tried version) {}

  /// A key to the call's stream.
  ///
  /// @param streamPath where the WebSocket opens, once, on this host; then it is Twilio's Media
  /// Streams, the browser being Twilio
  /// @param expiresIn seconds
  /// @param accountSid to be told in `start`
  /// @param callSid to be told in `start`
  @Introspected
  record Ticket(
      UUID callId, String callSid, String accountSid, String streamPath, long expiresIn) {}

  /// Answers a call that is made from the browser: held like any other, but counted nowhere, and
  /// what the receptionist books or notes on it is undone.
  @Post
  @Status(HttpStatus.CREATED)
  Ticket begin(TenantId tenant, UUID id, @Valid @Body Wanted wanted) {
    return calls.begin(tenant, id, wanted.version() == Tried.DRAFT);
  }
}

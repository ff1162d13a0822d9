package io.frontdesk.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.Search;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What callers left for the business.
@Controller("/api/v1/messages")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Messages")
class MessageController {
  private final Messages messages;
  private final MessageDesk desk;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;

  MessageController(Messages messages, MessageDesk desk, Tenancy tenancy, MergePatch mergePatch) {
    this.messages = messages;
    this.desk = desk;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
  }

  /// Messages, newest first.
  @Get
  Page<Message> list(
      TenantId tenant,
      @Valid @RequestBean PageQuery page,
      @RequestBean CreatedBetween created,
      @RequestBean MessageFilter filter) {
    String pattern = Search.pattern(filter.q());
    var found =
        tenancy.run(
            tenant,
            () ->
                messages.newestFirst(
                    tenant.value(),
                    page.before(),
                    created.after(),
                    created.before(),
                    filter.status(),
                    filter.urgency(),
                    filter.callId(),
                    filter.leadId(),
                    pattern,
                    Search.digits(filter.q()),
                    page.fetch()));
    return Page.of(found, page, Message::id);
  }

  /// One message.
  @Get("/{id}")
  HttpResponse<Message> get(TenantId tenant, UUID id) {
    return answer(
        desk.find(tenant, id).orElseThrow(() -> new RequestException.NotFound("message", id)));
  }

  /// Marks a message as done, or as open again.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = Message.Edit.class)))
  HttpResponse<Message> change(
      TenantId tenant,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        desk.change(
            tenant,
            id,
            message -> {
              ETag.check(ifMatch, message.version(), "message");
              return message.with(mergePatch.apply(message.editable(), Message.Edit.class, patch));
            }));
  }

  private static HttpResponse<Message> answer(Message message) {
    return ETag.answer(HttpStatus.OK, message, message.version());
  }
}

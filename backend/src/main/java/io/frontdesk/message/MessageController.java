package io.frontdesk.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.outbox.Outbox;
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
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.QueryValue;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What callers left for the business.
@Controller("/api/v1/messages")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Messages")
class MessageController {
  private final Messages messages;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final Outbox outbox;

  MessageController(Messages messages, Tenancy tenancy, MergePatch mergePatch, Outbox outbox) {
    this.outbox = outbox;
    this.messages = messages;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
  }

  /// Messages, newest first.
  ///
  /// @param q looked for in the text and in who left it
  @Get
  Page<Message> list(
      TenantId tenant,
      @Valid @RequestBean PageQuery page,
      @RequestBean CreatedBetween created,
      @QueryValue @Nullable MessageStatus status,
      @QueryValue @Nullable String q) {
    String pattern = Search.pattern(q);
    var found =
        tenancy.run(
            tenant,
            () ->
                messages.newestFirst(
                    tenant.value(),
                    page.before(),
                    created.after(),
                    created.before(),
                    status,
                    pattern,
                    page.fetch()));
    return Page.of(found, page, Message::id);
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
    Message changed =
        tenancy.run(
            tenant,
            () -> {
              Message message =
                  messages
                      .findByTenantIdAndId(tenant, id)
                      .orElseThrow(() -> new RequestException.NotFound("message", id));
              ETag.check(ifMatch, message.version(), "message");
              outbox.announce(tenant, "message.updated", id, Map.of());
              return messages.update(
                  message.with(mergePatch.apply(message.editable(), Message.Edit.class, patch)));
            });
    return HttpResponse.ok(changed).header(HttpHeaders.ETAG, ETag.of(changed.version()));
  }
}

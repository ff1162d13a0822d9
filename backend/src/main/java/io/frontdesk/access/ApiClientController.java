package io.frontdesk.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.secrets.OpaqueToken;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The programs that a business lets in.
@Controller("/api/v1/api-clients")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
class ApiClientController {
  private static final String RESOURCE = "api_client";

  private final ApiClients clients;
  private final Tenancy tenancy;
  private final AuditLog audit;
  private final Clock clock;

  ApiClientController(ApiClients clients, Tenancy tenancy, AuditLog audit, Clock clock) {
    this.clients = clients;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /// What a program is to be called and may do.
  @Introspected
  record Form(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(min = 1, max = 100) List<@NotNull @Size(max = 50) String> scopes) {}

  /// A new program with its secret, which is shown this once.
  ///
  /// @param id its `client_id`
  /// @param secret its `client_secret`
  @Introspected
  record Created(UUID id, String name, List<String> scopes, Instant createdAt, String secret) {}

  /// What programs can be let do.
  @Introspected
  record Scopes(List<String> data) {}

  /// All that a program can be let do.
  @Get("/scopes")
  Scopes scopes() {
    return new Scopes(List.copyOf(Permissions.scopes()));
  }

  /// Programs, newest first.
  @Get
  Page<ApiClient> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    var found =
        tenancy.run(tenant, () -> clients.newestFirst(tenant.value(), page.before(), page.fetch()));
    return Page.of(found, page, ApiClient::id);
  }

  /// Lets a program in.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Created> create(TenantId tenant, Actor actor, @Body @Valid Form form) {
    List<String> scopes = form.scopes().stream().distinct().sorted().toList();
    for (int i = 0; i < form.scopes().size(); i++) {
      if (!Permissions.scopes().contains(form.scopes().get(i))) {
        throw new RequestException.Rejected(
            "/scopes/" + i, "must be one of " + String.join(", ", Permissions.scopes()));
      }
    }
    var secret = OpaqueToken.random();
    var client =
        new ApiClient(
            UuidCreator.getTimeOrderedEpoch(),
            tenant,
            form.name(),
            scopes,
            secret.hash(),
            clock.instant(),
            null);
    tenancy.run(
        tenant,
        () -> {
          clients.save(client);
          audit.record(tenant, actor, Change.created(RESOURCE, client.id(), form(client)));
        });
    return HttpResponse.created(
            new Created(client.id(), client.name(), scopes, client.createdAt(), secret.value()))
        .header("Cache-Control", "no-store");
  }

  /// Shuts a program out. Tokens that it was given live on for at most 15 minutes.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          ApiClient client =
              clients
                  .findByTenantIdAndId(tenant, id)
                  .orElseThrow(() -> new RequestException.NotFound("API client", id));
          audit.record(tenant, actor, Change.deleted(RESOURCE, id, form(client)));
          clients.deleteByTenantIdAndId(tenant, id);
        });
  }

  private static Form form(ApiClient client) {
    return new Form(client.name(), client.scopes());
  }
}

package io.frontdesk.phonenumber;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The numbers that the business rents.
@Controller("/api/v1/phone-numbers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Phone numbers")
class PhoneNumberController {
  private final PhoneNumbers numbers;
  private final NumberLedger ledger;
  private final NumberPurchase purchase;
  private final NumberCheck check;
  private final NumberRelease release;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;
  private final Clock clock;

  PhoneNumberController(
      PhoneNumbers numbers,
      NumberLedger ledger,
      NumberPurchase purchase,
      NumberCheck check,
      NumberRelease release,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit,
      Clock clock) {
    this.numbers = numbers;
    this.ledger = ledger;
    this.purchase = purchase;
    this.check = check;
    this.release = release;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.clock = clock;
  }

  /// A number to be had.
  ///
  /// @param receptionistId who will answer it; null for the default receptionist
  @Introspected
  record NewNumber(
      @NotNull E164 number,
      @Nullable @Size(max = 100) String label,
      @Nullable UUID receptionistId) {
    PhoneNumber.Use use() {
      return new PhoneNumber.Use(label, receptionistId);
    }
  }

  /// The business's numbers, newest first.
  @Get
  Page<PhoneNumber> list(TenantId tenant, @Valid @RequestBean PageQuery page) {
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                numbers.newestFirst(tenant, page.before(), page.fetch()), page, PhoneNumber::id));
  }

  /// One number.
  @Get("/{id}")
  HttpResponse<PhoneNumber> get(TenantId tenant, UUID id) {
    return tagged(HttpResponse.ok(), tenancy.run(tenant, () -> find(tenant, id)));
  }

  /// Rents a number, with its calls pointed here: 201, or 202 with state `buying` if Twilio has not
  /// told yet whether it is ours.
  @Post
  @Status(HttpStatus.CREATED)
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "202",
      description = "Twilio has not told yet whether it is ours.",
      useReturnTypeSchema = true)
  HttpResponse<PhoneNumber> buy(TenantId tenant, Actor actor, @Body @Valid NewNumber wish) {
    PhoneNumber number = purchase.buy(tenant, actor, wish.number(), wish.use());
    return tagged(
        number.state() == NumberState.BUYING ? HttpResponse.accepted() : HttpResponse.created(""),
        number);
  }

  /// Takes in a number that the business's Twilio account rents already, and points its calls here.
  @Post("/import")
  @Status(HttpStatus.CREATED)
  HttpResponse<PhoneNumber> importOwn(TenantId tenant, Actor actor, @Body @Valid NewNumber wish) {
    return tagged(
        HttpResponse.created(""), check.importOwn(tenant, actor, wish.number(), wish.use()));
  }

  /// Looks at Twilio whether a number's calls come here, and mends it if they do not.
  @Post("/{id}/verify")
  HttpResponse<PhoneNumber> verify(TenantId tenant, UUID id) {
    return tagged(HttpResponse.ok(), check.verify(tenant, id));
  }

  /// Changes a number's label, or who answers it.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = PhoneNumber.Use.class)))
  HttpResponse<PhoneNumber> change(
      TenantId tenant,
      Actor actor,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return tagged(
        HttpResponse.ok(),
        tenancy.run(
            tenant,
            () -> {
              PhoneNumber number = find(tenant, id);
              ETag.check(ifMatch, number.version(), "phone number");
              var use = mergePatch.apply(number.use(), PhoneNumber.Use.class, patch);
              ledger.requireReceptionist(tenant, use);
              save(number, use);
              audit.record(
                  tenant, actor, Change.updated(NumberLedger.RESOURCE, id, number.use(), use));
              return find(tenant, id);
            }));
  }

  /// Gives a number up: 204, or 202 if Twilio does not answer and it goes as soon as it does. One
  /// that was imported stays in the Twilio account.
  @Delete("/{id}")
  @ApiResponse(responseCode = "204", description = "Done.")
  @ApiResponse(
      responseCode = "202",
      description = "Twilio does not answer; it goes as soon as it does.")
  HttpResponse<?> release(TenantId tenant, Actor actor, UUID id) {
    return release.release(tenant, actor, id) ? HttpResponse.noContent() : HttpResponse.accepted();
  }

  private void save(PhoneNumber number, PhoneNumber.Use use) {
    int saved =
        numbers.use(
            number.tenantId(),
            number.id(),
            number.version(),
            use.label(),
            use.receptionistId(),
            clock.instant());
    if (saved == 0) {
      throw new RequestException.Stale("phone number");
    }
  }

  private PhoneNumber find(TenantId tenant, UUID id) {
    return numbers
        .findByTenantIdAndId(tenant, id)
        .orElseThrow(() -> new RequestException.NotFound("phone number", id));
  }

  private static HttpResponse<PhoneNumber> tagged(
      io.micronaut.http.MutableHttpResponse<?> response, PhoneNumber number) {
    return response.body(number).header(HttpHeaders.ETAG, ETag.of(number.version()));
  }
}

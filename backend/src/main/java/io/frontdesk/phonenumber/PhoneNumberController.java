package io.frontdesk.phonenumber;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.ETag;
import io.frontdesk.web.MergePatch;
import io.frontdesk.web.Page;
import io.frontdesk.web.PageQuery;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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

/// The numbers that the business rents.
@Controller("/api/v1/phone-numbers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Phone numbers")
class PhoneNumberController {
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;

  PhoneNumberController(PhoneNumbers numbers, Tenancy tenancy, MergePatch mergePatch) {
    this.numbers = numbers;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
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

  /// Changes a number's label, or who answers it.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = PhoneNumber.Use.class)))
  HttpResponse<PhoneNumber> change(
      TenantId tenant,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    PhoneNumber changed =
        tenancy.run(
            tenant,
            () -> {
              PhoneNumber number =
                  numbers
                      .findByTenantIdAndId(tenant, id)
                      .orElseThrow(() -> new RequestException.NotFound("phone number", id));
              ETag.check(ifMatch, number.version(), "phone number");
              var use = mergePatch.apply(number.use(), PhoneNumber.Use.class, patch);
              UUID receptionist = use.receptionistId();
              if (receptionist != null && numbers.receptionists(tenant, receptionist) == 0) {
                throw new RequestException.Rejected(
                    "/receptionist_id", "there is no receptionist " + receptionist);
              }
              return numbers.update(number.with(use));
            });
    return HttpResponse.ok(changed).header(HttpHeaders.ETAG, ETag.of(changed.version()));
  }
}

package io.frontdesk.customer;

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
import io.frontdesk.web.Search;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
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

/// The people on the business's books.
@Controller("/api/v1/customers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
class CustomerController {
  private final CustomerBook book;
  private final Customers customers;
  private final Tenancy tenancy;
  private final MergePatch mergePatch;
  private final AuditLog audit;

  CustomerController(
      CustomerBook book,
      Customers customers,
      Tenancy tenancy,
      MergePatch mergePatch,
      AuditLog audit) {
    this.audit = audit;
    this.book = book;
    this.customers = customers;
    this.tenancy = tenancy;
    this.mergePatch = mergePatch;
  }

  /// Which customers are asked for; what is null does not narrow the list.
  ///
  /// @param number the customer number
  /// @param q looked for in names, numbers and addresses
  @Introspected
  record Filter(
      @QueryValue @Nullable String number,
      @QueryValue @Nullable String phone,
      @QueryValue @Nullable String q) {
    /// An unescaped `+` arrives as a blank.
    ///
    /// @throws RequestException.Rejected if it is not a number
    @Nullable E164 telephone() {
      if (phone == null) {
        return null;
      }
      String written = phone.strip();
      return E164.of(written.startsWith("+") ? written : "+" + written)
          .orElseThrow(
              () ->
                  new RequestException.Rejected(
                      "/phone", "must be a number with its country code, such as +14155550100"));
    }
  }

  /// Customers, newest first.
  @Get
  Page<Customer> list(
      TenantId tenant, @Valid @RequestBean PageQuery page, @RequestBean Filter filter) {
    String pattern = Search.pattern(filter.q());
    Search.pattern(filter.number());
    E164 phone = filter.telephone();
    return tenancy.run(
        tenant,
        () ->
            Page.of(
                customers.newestFirst(
                    tenant.value(),
                    filter.number(),
                    phone,
                    pattern,
                    Search.digits(filter.q()),
                    page.before(),
                    page.fetch()),
                page,
                Customer::id));
  }

  /// Enters somebody in the books; without a customer number, they are given the next one.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Customer> add(TenantId tenant, @Valid @Body Customer.Details details) {
    return answer(HttpStatus.CREATED, book.enter(tenant, details));
  }

  /// One customer.
  @Get("/{id}")
  HttpResponse<Customer> get(TenantId tenant, UUID id) {
    return answer(HttpStatus.OK, book.find(tenant, id).orElseThrow(() -> unknown(id)));
  }

  /// Changes the fields that the body holds.
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @RequestBody(content = @Content(schema = @Schema(implementation = Customer.Details.class)))
  HttpResponse<Customer> change(
      TenantId tenant,
      UUID id,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body JsonNode patch) {
    return answer(
        HttpStatus.OK,
        tenancy.run(
            tenant,
            () -> {
              Customer customer = book.find(tenant, id).orElseThrow(() -> unknown(id));
              ETag.check(ifMatch, customer.version(), "customer");
              return book.change(
                  customer, mergePatch.apply(customer.details(), Customer.Details.class, patch));
            }));
  }

  /// Takes somebody off the books; what was to be done for them stays.
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void delete(TenantId tenant, Actor actor, UUID id) {
    tenancy.run(
        tenant,
        () -> {
          Customer customer = book.find(tenant, id).orElseThrow(() -> unknown(id));
          customers.deleteByTenantIdAndId(tenant, id);
          audit.record(tenant, actor, Change.deleted("customer", id, customer));
        });
  }

  private static RequestException unknown(UUID id) {
    return new RequestException.NotFound("customer", id);
  }

  private static HttpResponse<Customer> answer(HttpStatus status, Customer customer) {
    return ETag.answer(status, customer, customer.version());
  }
}

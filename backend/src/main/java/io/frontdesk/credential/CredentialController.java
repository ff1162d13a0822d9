package io.frontdesk.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.audit.Actor;
import io.frontdesk.business.Provider;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;

/// The business's own accounts at other companies. Secrets go in and never come out.
@Controller("/api/v1/business/credentials")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Business")
class CredentialController {
  private final Accounts accounts;
  private final ObjectMapper json;
  private final boolean production;

  CredentialController(
      Accounts accounts,
      ObjectMapper json,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode) {
    this.accounts = accounts;
    this.json = json;
    this.production = mode.equals("production");
  }

  /// All accounts that a business can connect, always in the same order.
  @Introspected
  record AllAccounts(List<AccountView> data) {}

  /// Which accounts the business has connected.
  @Get
  AllAccounts list(TenantId tenant) {
    return new AllAccounts(accounts.all(tenant));
  }

  /// Connects the business's own account at Twilio in the place of the platform's.
  @Put("/twilio")
  AccountView setTwilio(TenantId tenant, Actor actor, @Body @Valid TwilioForm form) {
    return accounts.set(tenant, actor, form.account());
  }

  /// Has calls spoken and read with the business's own key of OpenAI's.
  @Put("/openai")
  AccountView setOpenAi(TenantId tenant, Actor actor, @Body @Valid KeyForm form) {
    return accounts.set(tenant, actor, form.account(Provider.OPENAI));
  }

  /// Keeps the business's own key of ElevenLabs'.
  @Put("/elevenlabs")
  AccountView setElevenLabs(TenantId tenant, Actor actor, @Body @Valid KeyForm form) {
    return accounts.set(tenant, actor, form.account(Provider.ELEVENLABS));
  }

  /// Keeps the business's own key of Anthropic's.
  @Put("/anthropic")
  AccountView setAnthropic(TenantId tenant, Actor actor, @Body @Valid KeyForm form) {
    return accounts.set(tenant, actor, form.account(Provider.ANTHROPIC));
  }

  /// Keeps a log-in at the business's own mail server.
  @Put("/smtp")
  AccountView setSmtp(TenantId tenant, Actor actor, @Body @Valid MailForm form) {
    if (production && form.security() == MailAccount.Security.NONE) {
      throw new RequestException.Rejected("/security", "must be tls or starttls");
    }
    return accounts.set(tenant, actor, form.account(json));
  }

  /// Forgets an account. Where the platform has one, that serves from now on.
  @Delete("/{provider}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(TenantId tenant, Actor actor, Provider provider) {
    accounts.remove(tenant, actor, provider);
  }

  /// Uses an account, and says exactly what is wrong with it. Takes a few seconds.
  @Post("/{provider}/test")
  AccountView.Test test(TenantId tenant, Actor actor, Provider provider) {
    return accounts.test(tenant, actor, provider);
  }
}

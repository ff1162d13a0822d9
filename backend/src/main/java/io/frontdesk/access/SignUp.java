package io.frontdesk.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.access.notice.Language;
import io.frontdesk.access.password.PasswordRule;
import io.frontdesk.access.password.Passwords;
import io.frontdesk.business.Business;
import io.frontdesk.business.BusinessOpened;
import io.frontdesk.business.Businesses;
import io.frontdesk.business.Industry;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A business comes in: its tenant, its profile and its owner, in one transaction with whatever
/// other rooms prepare for a new business ([BusinessOpened]).
@Singleton
class SignUp {
  private static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");

  private final Tenancy tenancy;
  private final Tenants tenants;
  private final Users users;
  private final Businesses businesses;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final ApplicationEventPublisher<BusinessOpened> opened;
  private final AddressCheck addressCheck;
  private final Clock clock;

  SignUp(
      Tenancy tenancy,
      Tenants tenants,
      Users users,
      Businesses businesses,
      Passwords passwords,
      PasswordRule rule,
      ApplicationEventPublisher<BusinessOpened> opened,
      AddressCheck addressCheck,
      Clock clock) {
    this.tenancy = tenancy;
    this.tenants = tenants;
    this.users = users;
    this.businesses = businesses;
    this.passwords = passwords;
    this.rule = rule;
    this.opened = opened;
    this.addressCheck = addressCheck;
    this.clock = clock;
  }

  /// What a business says to come in.
  ///
  /// @param timeZone null for New York's
  /// @param industry null for home services
  @Introspected
  record Form(
      @NotBlank @Size(max = 200) String businessName,
      @NotBlank @Email @Size(max = 254) String email,
      @NotNull @Size(max = PasswordRule.LONGEST) String password,
      @Nullable ZoneId timeZone,
      @Nullable Industry industry) {}

  /// @param language in which the owner is written to
  /// @throws RequestException.Conflict `email_taken`
  /// @throws RequestException.Rejected if the password is easy to guess
  SignedIn signUp(Form form, Language language) {
    rule.check("/password", form.password(), List.of(form.email(), form.businessName()));
    String hash = passwords.hash(form.password());
    TenantId tenant = TenantId.create();
    UUID owner = UuidCreator.getTimeOrderedEpoch();
    String email = form.email().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    tenancy.run(
        tenant,
        () -> {
          if (users.add(owner, email, "", language, hash, now) == 0) {
            throw new RequestException.Conflict(
                "email_taken",
                "E-mail address taken",
                "Somebody signed up with this address before. Log in, or use another address.");
          }
          tenants.add(tenant.value(), form.businessName(), now);
          tenants.addMember(tenant.value(), UuidCreator.getTimeOrderedEpoch(), owner, "owner", now);
          Business business =
              businesses.save(
                  Business.start(
                      tenant,
                      form.businessName(),
                      form.industry() == null ? Industry.HOME_SERVICES : form.industry(),
                      form.timeZone() == null ? USUAL_ZONE : form.timeZone(),
                      now));
          opened.publishEvent(new BusinessOpened(tenant, business));
          addressCheck.ask(owner);
        });
    return new SignedIn(owner, email, new Membership(tenant, form.businessName(), Role.OWNER));
  }
}

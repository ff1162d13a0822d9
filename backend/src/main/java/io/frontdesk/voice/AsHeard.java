package io.frontdesk.voice;

import io.frontdesk.business.Business;
import io.frontdesk.business.BusinessChanged;
import io.frontdesk.business.Businesses;
import io.frontdesk.receptionist.Law;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;

/// A receptionist as its callers hear it: the greeting is that of the hour, and what they must be
/// told is in the opening.
@Singleton
class AsHeard {
  private final Tenancy tenancy;
  private final Businesses businesses;
  private final Clock clock;

  AsHeard(Tenancy tenancy, Businesses businesses, Clock clock) {
    this.tenancy = tenancy;
    this.businesses = businesses;
    this.clock = clock;
  }

  /// As who calls now hears it.
  ReceptionistConfig now(TenantId tenant, ReceptionistConfig receptionist) {
    Business business = business(tenant);
    return at(business, receptionist, Occasion.of(business, clock.instant()));
  }

  /// As who calls then hears it.
  ReceptionistConfig at(TenantId tenant, ReceptionistConfig receptionist, Occasion occasion) {
    return at(business(tenant), receptionist, occasion);
  }

  private Business business(TenantId tenant) {
    return tenancy.run(tenant, () -> businesses.of(tenant));
  }

  /// The same, where the business is at hand.
  static ReceptionistConfig at(
      Business business, ReceptionistConfig receptionist, Occasion occasion) {
    ReceptionistConfig greeting = receptionist.greetingOn(occasion, Law.of(business, receptionist));
    return RecordingNotice.of(business, receptionist).map(greeting::announcing).orElse(greeting);
  }

  /// Whether callers of a business hear something else from now on, whoever answers.
  static boolean differs(BusinessChanged change) {
    Business before = change.before();
    Business after = change.after();
    return before.recordingConsent() != after.recordingConsent()
        || !Objects.equals(before.recordingNotice(), after.recordingNotice())
        || !before.timeZone().equals(after.timeZone());
  }
}

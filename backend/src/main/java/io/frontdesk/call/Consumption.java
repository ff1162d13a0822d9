package io.frontdesk.call;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// What a business uses of its limits, by its own clock. Works in the running transaction.
@Singleton
class Consumption {
  private final Places places;
  private final Businesses businesses;
  private final Clock clock;

  Consumption(Places places, Businesses businesses, Clock clock) {
    this.places = places;
    this.businesses = businesses;
    this.clock = clock;
  }

  /// What is used now: calls at this moment, seconds in this calendar month, and what today's calls
  /// have cost in a currency, as far as it is known.
  Places.Used of(TenantId tenant, String currency) {
    return of(businesses.of(tenant), currency);
  }

  /// The same, of a business that was read.
  Places.Used of(Business business, String currency) {
    TenantId tenant = business.tenantId();
    ZonedDateTime today = today(business);
    Instant month = today.withDayOfMonth(1).toInstant();
    return places.used(tenant.value(), clock.instant(), month, today.toInstant(), currency);
  }

  /// The first day of the month whose seconds are counted.
  LocalDate month(TenantId tenant) {
    return day(tenant).withDayOfMonth(1);
  }

  /// The day whose cost is counted.
  LocalDate day(TenantId tenant) {
    return today(businesses.of(tenant)).toLocalDate();
  }

  private ZonedDateTime today(Business business) {
    return clock.instant().atZone(business.timeZone()).truncatedTo(ChronoUnit.DAYS);
  }
}

package io.frontdesk.call;

import io.frontdesk.access.Allowance.Money;
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

  /// How many calls hold a place.
  int calls(TenantId tenant) {
    return places.held(tenant.value(), clock.instant());
  }

  /// How long the calls of this calendar month have lasted, in seconds.
  long seconds(TenantId tenant) {
    Instant month = today(tenant).withDayOfMonth(1).toInstant();
    return places.seconds(tenant.value(), month, clock.instant());
  }

  /// What today's calls have cost in a currency, as far as it is known.
  Money spent(TenantId tenant, String currency) {
    return new Money(places.spent(tenant.value(), today(tenant).toInstant(), currency), currency);
  }

  /// The first day of the month that [#seconds] is about.
  LocalDate month(TenantId tenant) {
    return day(tenant).withDayOfMonth(1);
  }

  /// The day that [#spent] is about.
  LocalDate day(TenantId tenant) {
    return today(tenant).toLocalDate();
  }

  private ZonedDateTime today(TenantId tenant) {
    return clock.instant().atZone(businesses.of(tenant).timeZone()).truncatedTo(ChronoUnit.DAYS);
  }
}

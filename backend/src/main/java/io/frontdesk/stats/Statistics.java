package io.frontdesk.stats;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Adds up what a tenant's calls were and left, from the rows themselves.
@Singleton
class Statistics {
  private final Counts counts;
  private final Businesses businesses;
  private final Tenancy tenancy;
  private final Clock clock;

  Statistics(Counts counts, Businesses businesses, Tenancy tenancy, Clock clock) {
    this.counts = counts;
    this.businesses = businesses;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  Summary summary(TenantId tenant, StatsQuery query) {
    return tenancy.run(
        tenant,
        () -> {
          Business business = businesses.of(tenant);
          Span span = query.span(clock.instant(), business.timeZone());
          Span before = span.before(business.timeZone());
          return new Summary(
              query.name(),
              span.from(),
              span.to(),
              business.timeZone(),
              totals(business, span),
              new Summary.Previous(before.from(), before.to(), totals(business, before)));
        });
  }

  TimeSeries series(TenantId tenant, Metric metric, Grouping grouping, StatsQuery query) {
    return tenancy.run(
        tenant,
        () -> {
          Business business = businesses.of(tenant);
          Span span = query.span(clock.instant(), business.timeZone());
          return new TimeSeries(
              metric,
              grouping,
              query.name(),
              span.from(),
              span.to(),
              business.timeZone(),
              points(business, metric, grouping, span),
              points(business, metric, grouping, span.before(business.timeZone())));
        });
  }

  HeatMap heatMap(TenantId tenant, StatsQuery query) {
    return tenancy.run(
        tenant,
        () -> {
          Business business = businesses.of(tenant);
          Span span = query.span(clock.instant(), business.timeZone());
          var stretches = Stretch.of(span, business);
          return new HeatMap(
              query.name(),
              span.from(),
              span.to(),
              business.timeZone(),
              HeatMap.days(stretches, calls(business, span, stretches)));
        });
  }

  private Totals totals(Business business, Span span) {
    UUID tenant = business.id();
    var stretches = Stretch.of(span, business);
    var calls = calls(business, span, stretches);
    String whole = array(stretches.subList(0, 1));
    return Totals.of(
        calls.stream().reduce(CallCount.NONE, CallCount::plus),
        calls.stream().mapToLong(count -> afterHours(stretches, count)).sum(),
        sum(counts.made(tenant, "lead", span.from(), span.to(), whole)),
        sum(counts.made(tenant, "appointment", span.from(), span.to(), whole)),
        sum(counts.made(tenant, "message", span.from(), span.to(), whole)),
        counts.transfers(tenant, span.from(), span.to()));
  }

  private List<TimeSeries.Point> points(
      Business business, Metric metric, Grouping grouping, Span span) {
    var byGroup = new TreeMap<LocalDate, Long>();
    for (LocalDate day : span.days(business.timeZone())) {
      byGroup.put(grouping.first(day), 0L);
    }
    var stretches = Stretch.of(span, business);
    for (Count count : count(business, metric, span, stretches)) {
      LocalDate day = stretches.get(count.stretch() - 1).day();
      byGroup.merge(grouping.first(day), count.total(), Long::sum);
    }
    return byGroup.entrySet().stream()
        .map(group -> new TimeSeries.Point(group.getKey(), group.getValue()))
        .toList();
  }

  private List<Count> count(Business business, Metric metric, Span span, List<Stretch> stretches) {
    UUID tenant = business.id();
    String starts = array(stretches);
    return switch (metric) {
      case LEADS_GENERATED -> counts.made(tenant, "lead", span.from(), span.to(), starts);
      case APPOINTMENTS_BOOKED ->
          counts.made(tenant, "appointment", span.from(), span.to(), starts);
      case MESSAGES_TAKEN -> counts.made(tenant, "message", span.from(), span.to(), starts);
      case CALLS -> calls(business, span, stretches, CallCount::total);
      case INBOUND_CALLS -> calls(business, span, stretches, CallCount::inbound);
      case OUTBOUND_CALLS -> calls(business, span, stretches, CallCount::outbound);
      case ANSWERED_CALLS -> calls(business, span, stretches, CallCount::answered);
      case AFTER_HOURS_CALLS ->
          calls(business, span, stretches, count -> afterHours(stretches, count));
    };
  }

  private List<Count> calls(
      Business business, Span span, List<Stretch> stretches, ToLongFunction<CallCount> what) {
    return calls(business, span, stretches).stream()
        .map(count -> new Count(count.stretch(), what.applyAsLong(count)))
        .toList();
  }

  private List<CallCount> calls(Business business, Span span, List<Stretch> stretches) {
    return counts.calls(business.id(), span.from(), span.to(), array(stretches));
  }

  private static long afterHours(List<Stretch> stretches, CallCount count) {
    return stretches.get(count.stretch() - 1).open() ? 0 : count.inbound();
  }

  private static long sum(List<Count> counts) {
    return counts.stream().mapToLong(Count::total).sum();
  }

  private static String array(List<Stretch> stretches) {
    return stretches.stream()
        .map(stretch -> stretch.start().toString())
        .collect(Collectors.joining(",", "{", "}"));
  }
}

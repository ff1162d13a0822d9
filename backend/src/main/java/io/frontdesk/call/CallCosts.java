package io.frontdesk.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.CallCharges;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// What calls use and cost. Works in the running transaction.
@Singleton
class CallCosts {
  private final Usages usages;
  private final Prices prices;
  private final Thresholds thresholds;
  private final ObjectMapper json;
  private final Clock clock;

  CallCosts(Usages usages, Prices prices, Thresholds thresholds, ObjectMapper json, Clock clock) {
    this.usages = usages;
    this.prices = prices;
    this.thresholds = thresholds;
    this.json = json;
    this.clock = clock;
  }

  /// Keeps what was used; told twice, it counts once.
  void used(TenantId tenant, UUID callId, Usage usage) {
    usages.add(
        tenant.value(),
        usage.id(),
        callId,
        WireName.of(usage.kind()),
        usage.model(),
        write(usage.tokens()),
        clock.instant());
  }

  /// The carrier has told what it takes.
  void charged(TenantId tenant, UUID callId, CallCharges.Charge.Known charge) {
    usages.charged(tenant.value(), callId, charge.amountMicros(), charge.currency());
    price(tenant, callId);
  }

  /// The carrier will never tell what it takes.
  void notCharged(TenantId tenant, UUID callId) {
    usages.notCharged(tenant.value(), callId);
    price(tenant, callId);
  }

  /// Reckons what the call costs by all that is known now, and tells if that is much.
  void price(TenantId tenant, UUID callId) {
    Cost cost =
        prices.of(
            usages.of(tenant.value(), callId),
            usages.talked(tenant.value(), callId),
            usages.telephone(tenant.value(), callId));
    usages.price(tenant.value(), callId, write(cost));
    thresholds.check(tenant);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

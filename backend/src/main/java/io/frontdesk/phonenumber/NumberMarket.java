package io.frontdesk.phonenumber;

import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.AvailableNumbers;
import io.frontdesk.twilio.NumberOffer;
import io.frontdesk.twilio.NumberSearch;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;

/// What can be rented: what Twilio has, without numbers that a tenant has in its book still.
@Singleton
class NumberMarket {
  /// As many as Twilio ever answers: of a few, all could be some business's own.
  private static final int ASKED_FOR = 30;

  private final AvailableNumbers available;
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;

  NumberMarket(AvailableNumbers available, PhoneNumbers numbers, Tenancy tenancy) {
    this.available = available;
    this.numbers = numbers;
    this.tenancy = tenancy;
  }

  /// Numbers that the tenant can rent now, `most` of them at most.
  List<NumberOffer> free(TenantId tenant, NumberSearch search, int most) {
    List<NumberOffer> offers = available.find(tenant, search, ASKED_FOR);
    if (offers.isEmpty()) {
      return offers;
    }
    List<String> candidates = offers.stream().map(offer -> offer.number().value()).toList();
    var owned = new HashSet<>(tenancy.platform(() -> numbers.owned(candidates)));
    return offers.stream()
        .filter(offer -> !owned.contains(offer.number().value()))
        .limit(most)
        .toList();
  }
}

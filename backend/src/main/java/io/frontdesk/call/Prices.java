package io.frontdesk.call;

import io.frontdesk.call.Cost.Item;
import io.frontdesk.call.Cost.Kind;
import io.frontdesk.call.Cost.Unknown;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The price list: what is set under `prices`.
@Singleton
class Prices {
  private final List<ModelPrice> models;
  private final String currency;
  private final LocalDate asOf;

  Prices(
      List<ModelPrice> models,
      @Property(name = "prices.currency") String currency,
      @Property(name = "prices.as-of") LocalDate asOf) {
    this.models = models;
    this.currency = currency;
    this.asOf = asOf;
  }

  /// What a call cost.
  ///
  /// @param usages all that was told of it
  Cost of(List<Usage> usages) {
    var items = new ArrayList<>(usages.stream().map(this::item).toList());
    if (usages.stream().noneMatch(usage -> usage.kind() == Usage.Kind.SPEECH)) {
      items.addFirst(new Item(Kind.SPEECH, null, null, Unknown.NO_USAGE, null));
    }
    items.add(new Item(Kind.TELEPHONE, null, null, Unknown.NOT_ASKED, null));
    return new Cost(sum(items), currency, asOf, List.copyOf(items));
  }

  private Item item(Usage usage) {
    Kind kind = Kind.valueOf(usage.kind().name());
    return price(usage.model())
        .map(price -> new Item(kind, usage.model(), price.of(usage.tokens()), null, usage.tokens()))
        .orElseGet(() -> new Item(kind, usage.model(), null, Unknown.NO_PRICE, usage.tokens()));
  }

  private Optional<ModelPrice> price(String model) {
    return models.stream().filter(price -> price.model().equals(model)).findFirst();
  }

  private static @Nullable Long sum(List<Item> items) {
    var known = items.stream().map(Item::amountMicros).filter(Objects::nonNull).toList();
    return known.isEmpty() ? null : known.stream().mapToLong(Long::longValue).sum();
  }
}

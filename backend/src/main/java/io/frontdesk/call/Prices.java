package io.frontdesk.call;

import io.frontdesk.call.Cost.Item;
import io.frontdesk.call.Cost.Kind;
import io.frontdesk.call.Cost.Unknown;
import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.catalogue.ModelPrice;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What calls cost, by the prices in the catalogue of models.
@Singleton
class Prices {
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MS_A_MINUTE = BigDecimal.valueOf(60_000);

  private final Catalogue catalogue;

  Prices(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// What a call cost.
  ///
  /// @param usages all that was told of it
  /// @param talked when it was held: what held on that day was taken
  /// @param telephone what the carrier takes
  Cost of(List<Usage> usages, Talked talked, TelephoneCharge telephone) {
    LocalDate day = LocalDate.ofInstant(talked.startedAt(), ZoneOffset.UTC);
    var items = new ArrayList<>(sums(usages).stream().map(usage -> item(usage, day)).toList());
    if (talked.chat() && isMissing(Usage.Kind.CHAT, usages)) {
      items.addFirst(new Item(Kind.CHAT, null, null, Unknown.NO_USAGE, null));
    }
    if (talked.speech() && isMissing(Usage.Kind.SPEECH, usages)) {
      items.addFirst(new Item(Kind.SPEECH, null, null, Unknown.NO_USAGE, null));
    }
    if (!telephone.none()) {
      items.add(item(telephone));
    }
    return new Cost(sum(items), catalogue.currency(), catalogue.asOf(), List.copyOf(items));
  }

  private static boolean isMissing(Usage.Kind kind, List<Usage> usages) {
    return usages.stream().noneMatch(usage -> usage.kind() == kind);
  }

  /// One for each model and what it did, in the order in which they were first told.
  private static Collection<Usage> sums(List<Usage> usages) {
    return usages.stream()
        .collect(
            Collectors.toMap(
                usage -> List.of(usage.kind(), usage.model()),
                Function.identity(),
                Usage::plus,
                LinkedHashMap::new))
        .values();
  }

  private Item item(TelephoneCharge telephone) {
    Long amount = telephone.amountMicros();
    if (amount == null) {
      Unknown unknown = telephone.never() ? Unknown.NOT_TOLD : Unknown.NOT_YET;
      return new Item(Kind.TELEPHONE, null, null, unknown, null);
    }
    return catalogue.currency().equals(telephone.currency())
        ? new Item(Kind.TELEPHONE, null, amount, null, null)
        : new Item(Kind.TELEPHONE, null, null, Unknown.OTHER_CURRENCY, null);
  }

  private Item item(Usage usage, LocalDate day) {
    Kind kind = Kind.valueOf(usage.kind().name());
    return price(usage.model(), day)
        .map(
            price -> new Item(kind, usage.model(), of(price, usage.tokens()), null, usage.tokens()))
        .orElseGet(() -> new Item(kind, usage.model(), null, Unknown.NO_PRICE, usage.tokens()));
  }

  private Optional<ModelPrice> price(String model, LocalDate day) {
    return catalogue.find(model).flatMap(known -> known.price(day));
  }

  /// @return millionths, rounded half up
  private static long of(ModelPrice price, ModelTokens used) {
    return times(price.textIn(), used.textIn())
        .add(times(price.textCached(), used.textCached()))
        .add(times(price.textOut(), used.textOut()))
        .add(times(price.audioIn(), used.audioIn()))
        .add(times(price.audioCached(), used.audioCached()))
        .add(times(price.audioOut(), used.audioOut()))
        .add(
            times(price.audioMinute(), used.audioMs())
                .multiply(MICROS)
                .divide(MS_A_MINUTE, 6, RoundingMode.HALF_UP))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static BigDecimal times(BigDecimal price, long number) {
    return price.multiply(BigDecimal.valueOf(number));
  }

  private static @Nullable Long sum(List<Item> items) {
    var known = items.stream().map(Item::amountMicros).filter(Objects::nonNull).toList();
    return known.isEmpty() ? null : known.stream().mapToLong(Long::longValue).sum();
  }
}

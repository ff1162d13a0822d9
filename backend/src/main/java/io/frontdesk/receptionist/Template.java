package io.frontdesk.receptionist;

import io.frontdesk.business.Industry;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a business of one industry starts with. Its texts say `{business}` where the business's
/// name goes.
///
/// @param title the industry as people call it
/// @param staff the name of the first calendar
@Introspected
public record Template(
    Industry industry,
    String title,
    ReceptionistConfig receptionist,
    List<Offer> services,
    String staff) {

  /// Something that can be booked from the first day on.
  ///
  /// @param priceText as it is said to callers; null for no price
  @Introspected
  public record Offer(String name, int durationMinutes, @Nullable String priceText) {}
}

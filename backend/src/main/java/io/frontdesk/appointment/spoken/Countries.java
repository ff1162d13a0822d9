package io.frontdesk.appointment.spoken;

import java.time.ZoneId;
import java.util.Set;

/// What differs from country to country, told by the business's zone.
final class Countries {
  private static final Set<String> MONTH_FIRST_ELSEWHERE =
      Set.of(
          "Pacific/Honolulu", "Pacific/Guam", "Pacific/Pago_Pago", "Pacific/Saipan", "Asia/Manila");

  private static final Set<String> DAY_FIRST =
      Set.of("Africa", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

  private Countries() {}

  /// Whether `12/3` is the 3rd of December rather than the 12th of March.
  static boolean writeMonthFirst(ZoneId zone) {
    String continent = zone.getId().split("/", 2)[0];
    return MONTH_FIRST_ELSEWHERE.contains(zone.getId()) || !DAY_FIRST.contains(continent);
  }
}

package io.frontdesk.appointment.spoken;

import java.time.ZoneId;
import java.util.Set;

/// What differs from country to country, told by the business's zone.
final class Countries {
  /// Those of the United States and Canada among the zones of America, and of the Philippines.
  private static final Set<String> MONTH_FIRST =
      Set.of(
          "America/Adak",
          "America/Anchorage",
          "America/Boise",
          "America/Chicago",
          "America/Denver",
          "America/Detroit",
          "America/Edmonton",
          "America/Fort_Wayne",
          "America/Halifax",
          "America/Indianapolis",
          "America/Juneau",
          "America/Los_Angeles",
          "America/Louisville",
          "America/Menominee",
          "America/Metlakatla",
          "America/Moncton",
          "America/Montreal",
          "America/New_York",
          "America/Nome",
          "America/Phoenix",
          "America/Puerto_Rico",
          "America/Regina",
          "America/Sitka",
          "America/St_Johns",
          "America/St_Thomas",
          "America/Toronto",
          "America/Vancouver",
          "America/Whitehorse",
          "America/Winnipeg",
          "America/Yakutat",
          "America/Yellowknife",
          "Asia/Manila",
          "Pacific/Guam",
          "Pacific/Honolulu",
          "Pacific/Pago_Pago",
          "Pacific/Saipan");

  private static final Set<String> STATES =
      Set.of("America/Indiana/", "America/Kentucky/", "America/North_Dakota/");

  private static final Set<String> DAY_FIRST =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Asia",
          "Atlantic",
          "Australia",
          "Brazil",
          "Chile",
          "Europe",
          "Indian",
          "Mexico",
          "Pacific");

  private Countries() {}

  /// Whether `12/3` is the 3rd of December rather than the 12th of March. A zone of no country is
  /// taken for one of the United States.
  static boolean writeMonthFirst(ZoneId zone) {
    String id = zone.getId();
    return MONTH_FIRST.contains(id)
        || STATES.stream().anyMatch(id::startsWith)
        || !DAY_FIRST.contains(id.split("/", 2)[0]);
  }
}

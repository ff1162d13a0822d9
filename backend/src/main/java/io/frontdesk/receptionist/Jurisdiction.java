package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.WireName;
import java.time.ZoneId;
import java.util.Set;

/// Whose law says what callers must be told, and whom they call in an emergency.
public enum Jurisdiction {
  @JsonProperty("us")
  US,
  /// Asks all parties before anything is recorded, and calls a listening service a party.
  @JsonProperty("california")
  CALIFORNIA,
  @JsonProperty("canada")
  CANADA,
  @JsonProperty("eu")
  EU,
  @JsonProperty("uk")
  UK,
  @JsonProperty("other")
  OTHER;

  private static final Set<String> BRITISH =
      Set.of("London", "Belfast", "Jersey", "Guernsey", "Isle_of_Man");
  private static final Set<String> EUROPE_BEYOND =
      Set.of("Istanbul", "Moscow", "Minsk", "Kyiv", "Kiev", "Samara", "Volgograd", "Kaliningrad");
  private static final Set<String> CANADIAN =
      Set.of(
          "Toronto",
          "Vancouver",
          "Edmonton",
          "Winnipeg",
          "Halifax",
          "Regina",
          "St_Johns",
          "Montreal",
          "Moncton",
          "Whitehorse",
          "Yellowknife");
  private static final Set<String> OF_THE_US =
      Set.of(
          "New_York",
          "Chicago",
          "Denver",
          "Phoenix",
          "Detroit",
          "Boise",
          "Anchorage",
          "Juneau",
          "Puerto_Rico",
          "Indianapolis");

  /// The law where clocks go so; the stricter one where that leaves a choice.
  static Jurisdiction of(ZoneId zone) {
    String[] name = zone.getId().split("/", -1);
    String area = name[0];
    String city = name[name.length - 1];
    return switch (area) {
      case "Europe" -> BRITISH.contains(city) ? UK : EUROPE_BEYOND.contains(city) ? OTHER : EU;
      case "America" -> ofAmerica(name.length > 2 ? name[1] : city);
      case "US" -> city.equals("Pacific") ? CALIFORNIA : US;
      case "Pacific" -> city.equals("Honolulu") ? US : OTHER;
      case "Canada" -> CANADA;
      default -> OTHER;
    };
  }

  private static Jurisdiction ofAmerica(String place) {
    if (place.equals("Los_Angeles")) {
      return CALIFORNIA;
    }
    if (CANADIAN.contains(place)) {
      return CANADA;
    }
    boolean state = Set.of("Indiana", "Kentucky", "North_Dakota").contains(place);
    return state || OF_THE_US.contains(place) ? US : OTHER;
  }

  /// As it is written in the texts.
  String key() {
    return WireName.of(this);
  }
}

package io.frontdesk.appointment.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Time zones by the names that calendars give them: IANA's, also with something before them as in
/// `/freeassociation.sourceforge.net/Europe/Berlin`, and those of Windows.
/// Source of the latter: https://github.com/unicode-org/cldr (windowsZones.xml)
final class IcsZones {
  private static final Pattern IANA = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z_/+-]+");
  private static final Map<String, String> WINDOWS = windows();

  private IcsZones() {}

  static Optional<ZoneId> known(String name) {
    String bare = name.strip().replace("\"", "");
    if (bare.equalsIgnoreCase("UTC") || bare.equalsIgnoreCase("GMT")) {
      return Optional.of(ZoneOffset.UTC);
    }
    return zone(WINDOWS.getOrDefault(bare.toLowerCase(Locale.ROOT), bare)).or(() -> within(bare));
  }

  private static Optional<ZoneId> within(String name) {
    String rest = name;
    while (rest.indexOf('/') >= 0) {
      rest = rest.substring(rest.indexOf('/') + 1);
      Optional<ZoneId> zone = zone(rest);
      if (zone.isPresent()) {
        return zone;
      }
    }
    return Optional.empty();
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return IANA.matcher(name).matches() ? Optional.of(ZoneId.of(name)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> windows() {
    var names = new Properties();
    try (InputStream file =
        IcsZones.class.getResourceAsStream("/calendar/windows-zones.properties")) {
      if (file == null) {
        throw new IllegalStateException("windows-zones.properties is missing");
      }
      names.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var zones = new TreeMap<String, String>();
    names
        .stringPropertyNames()
        .forEach(name -> zones.put(name.toLowerCase(Locale.ROOT), names.getProperty(name).strip()));
    return Map.copyOf(zones);
  }
}

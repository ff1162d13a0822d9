package io.frontdesk.appointment.calendar;

import io.frontdesk.web.RequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// The address of a calendar as people paste it: also `webcal://`, which means https. Whether it
/// may be asked at all, and what it answers, is seen when it is read.
final class CalendarAddress {
  private CalendarAddress() {}

  /// @throws RequestException.Rejected if it is no address of the web
  static URI of(String text) {
    String address = text.strip().replaceFirst("(?i)^webcals?://", "https://");
    try {
      URI url = new URI(address);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("https") || scheme.equals("http")) && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw refused();
    }
    throw refused();
  }

  private static RequestException.Rejected refused() {
    return new RequestException.Rejected(
        "/url", "must be the address of a calendar, such as https://example.com/calendar.ics");
  }
}

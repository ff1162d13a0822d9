package io.frontdesk.httptool;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which headers a business may send.
final class Headers {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]{0,4000}");

  /// What says how a message is framed, where it goes or what it is.
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "host",
          "idempotency-key",
          "keep-alive",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Headers() {}

  /// What is wrong with it; empty if nothing is.
  static Optional<String> problem(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("is no name of a header");
    }
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("is set by Frontdesk itself");
    }
    return VALUE.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("has a value that cannot be sent in a header");
  }
}

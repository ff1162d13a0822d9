package io.frontdesk.sandbox.twilio;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Makes identifiers and secrets of the form Twilio gives them.
final class Sid {
  private static final SecureRandom random = new SecureRandom();

  private Sid() {}

  /// A new identifier: the prefix and 32 hex digits, for example `CA` for a call.
  static String of(String prefix) {
    return prefix + secret();
  }

  /// 32 random hex digits.
  static String secret() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package io.frontdesk.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A key that means nothing by itself: whoever shows it is let in. Only its hash is stored.
///
/// @param value 256 random bits, safe in an address
public record OpaqueToken(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /// A token that nobody has seen.
  public static OpaqueToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// SHA-256 of it in hexadecimal digits: enough, since it cannot be guessed.
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether this is its hash; takes as long if it is not.
  public boolean hasHash(String hash) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(hash), HexFormat.of().parseHex(hash()));
  }

  @Override
  public String toString() {
    return "OpaqueToken[...]";
  }
}

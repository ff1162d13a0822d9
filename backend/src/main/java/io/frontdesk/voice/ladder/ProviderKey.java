package io.frontdesk.voice.ladder;

import io.frontdesk.business.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A provider, as reached with one key: another key may have credit where this one has none.
///
/// @param fingerprint names the key without telling it
public record ProviderKey(Provider provider, String fingerprint) {
  private static final int LETTERS = 12;

  public static ProviderKey of(Provider provider, String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new ProviderKey(provider, HexFormat.of().formatHex(digest).substring(0, LETTERS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return provider + ":" + fingerprint;
  }

  @Override
  public String toString() {
    return name();
  }
}

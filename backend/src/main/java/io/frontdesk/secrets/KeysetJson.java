package io.frontdesk.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.micronaut.context.exceptions.ConfigurationException;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Keysets as Tink writes them, in JSON and unencrypted. What is shown of one is the ids of its
/// keys.
final class KeysetJson {
  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is no AES-GCM here", e);
    }
  }

  private KeysetJson() {}

  static KeysetHandle generate() {
    try {
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make keys", e);
    }
  }

  /// @param origin for the message, which repeats nothing of the keyset
  /// @throws ConfigurationException if it is none
  static KeysetHandle read(String origin, String json) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new ConfigurationException(
          "%s is not a Tink keyset in JSON, unencrypted.".formatted(origin));
    }
  }

  static String write(KeysetHandle keys) {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not write keys", e);
    }
  }

  /// The ids of its keys, the primary one marked.
  static String describe(KeysetHandle keys) {
    return IntStream.range(0, keys.size())
        .mapToObj(keys::getAt)
        .map(key -> Integer.toUnsignedString(key.getId()) + (key.isPrimary() ? " (primary)" : ""))
        .collect(Collectors.joining(", "));
  }
}

package io.frontdesk.secrets;

import com.google.crypto.tink.Aead;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Encrypts and decrypts with the installation's keyset (AES-GCM); ciphertext is base64. What was
/// encrypted for one tenant, or for one purpose of the platform, does not decrypt for another.
@Singleton
public class Secrets {
  private final Aead aead;

  Secrets(Keyset keyset) {
    this.aead = keyset.aead();
  }

  public String encrypt(TenantId tenant, String secret) {
    return encrypt("tenant:" + tenant, secret);
  }

  /// What was encrypted for `tenant`.
  ///
  /// @throws IllegalStateException if it was not encrypted for `tenant` with this installation's
  /// keyset
  public String decrypt(TenantId tenant, String encrypted) {
    return decrypt("tenant:" + tenant, encrypted);
  }

  /// Encrypts what belongs to no tenant.
  ///
  /// @param purpose what the platform keeps it for, for example `signing_key`
  public String encryptForPlatform(String purpose, String secret) {
    return encrypt("platform:" + purpose, secret);
  }

  /// What was encrypted for `purpose`.
  ///
  /// @throws IllegalStateException if it was not encrypted for `purpose` with this installation's
  /// keyset
  public String decryptForPlatform(String purpose, String encrypted) {
    return decrypt("platform:" + purpose, encrypted);
  }

  private String encrypt(String associated, String secret) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              aead.encrypt(
                  secret.getBytes(StandardCharsets.UTF_8),
                  associated.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not encrypt", e);
    }
  }

  private String decrypt(String associated, String encrypted) {
    try {
      return new String(
          aead.decrypt(
              Base64.getDecoder().decode(encrypted), associated.getBytes(StandardCharsets.UTF_8)),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "could not decrypt: is SECRETS_KEYSET the one it was stored with?", e);
    }
  }
}

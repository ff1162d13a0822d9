package io.frontdesk.secrets;

import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;

/// Encrypts and decrypts with the installation's keyset (AES-GCM); ciphertext is base64. What was
/// encrypted for one tenant, or for one purpose of the platform, does not decrypt for another.
@Singleton
public class Secrets {
  private final Keyset keyset;

  Secrets(Keyset keyset) {
    this.keyset = keyset;
  }

  /// Those of an installation whose service need not run.
  ///
  /// @param environment as the service would be started with
  /// @param data its data folder
  public static Secrets of(Map<String, String> environment, Path data) {
    try {
      return new Secrets(
          new Keyset(
              environment.get("SECRETS_KEYSET"),
              environment.get("SECRETS_KEYSET_FILE"),
              data,
              environment.getOrDefault("FRONTDESK_MODE", "local")));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot use the keyset", e);
    }
  }

  public String encrypt(TenantId tenant, String secret) {
    return encrypt("tenant:" + tenant, secret);
  }

  /// What was encrypted for `tenant`.
  ///
  /// @throws Undecryptable if it was not encrypted for `tenant` with this installation's keyset
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
  /// @throws Undecryptable if it was not encrypted for `purpose` with this installation's keyset
  public String decryptForPlatform(String purpose, String encrypted) {
    return decrypt("platform:" + purpose, encrypted);
  }

  private String encrypt(String associated, String secret) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              keyset
                  .aead()
                  .encrypt(
                      secret.getBytes(StandardCharsets.UTF_8),
                      associated.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not encrypt", e);
    }
  }

  private String decrypt(String associated, String encrypted) {
    try {
      return new String(
          keyset
              .aead()
              .decrypt(
                  Base64.getDecoder().decode(encrypted),
                  associated.getBytes(StandardCharsets.UTF_8)),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Undecryptable(e);
    }
  }
}

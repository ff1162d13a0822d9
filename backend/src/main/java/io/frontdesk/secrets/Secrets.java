package io.frontdesk.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Encrypts and decrypts with the installation's keyset (AES-GCM); ciphertext is base64. What was
/// encrypted for one tenant, or for one purpose of the platform, does not decrypt for another.
@Singleton
public class Secrets {
  private final Aead aead;

  Secrets(SecretsConfiguration configuration) throws GeneralSecurityException, IOException {
    AeadConfig.register();
    this.aead = keyset(configuration).getPrimitive(RegistryConfiguration.get(), Aead.class);
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

  private static KeysetHandle keyset(SecretsConfiguration configuration)
      throws GeneralSecurityException, IOException {
    if (configuration.keyset() != null) {
      return parse(configuration.keyset());
    }
    Path file = configuration.dataDir().resolve("keyset.json");
    if (!Files.exists(file)) {
      make(file);
    }
    return parse(Files.readString(file));
  }

  private static KeysetHandle parse(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
  }

  /// Written aside and moved into place, so that a crash leaves a whole keyset or none.
  private static void make(Path file) throws GeneralSecurityException, IOException {
    var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    String json = TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    try {
      Files.createDirectories(file.getParent());
      Path whole = file.resolveSibling("keyset.json.new");
      Files.deleteIfExists(whole);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            whole,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(
          whole,
          json,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(whole, file);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }
}

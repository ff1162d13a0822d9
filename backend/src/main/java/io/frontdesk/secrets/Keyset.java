package io.frontdesk.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/// The installation's keys (AES-256-GCM): those of `SECRETS_KEYSET`, or, outside production, those
/// in the data folder, made on the first start. Without them no start succeeds.
@Context
class Keyset {
  private static final String FILE = "keyset.json";

  private final Aead aead;

  /// @param keyset `SECRETS_KEYSET`, a Tink keyset as JSON; blank: none
  /// @param data the installation's data folder (`DATA_DIR`)
  /// @param mode `FRONTDESK_MODE`
  /// @throws ConfigurationException if there is none, or it cannot be used
  Keyset(
      @Property(name = "secrets.keyset") @Nullable String keyset,
      @Property(name = "frontdesk.data-dir") Path data,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode)
      throws GeneralSecurityException, IOException {
    AeadConfig.register();
    this.aead =
        handle(keyset == null ? "" : keyset, data.resolve(FILE), mode.equals("production"))
            .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  Aead aead() {
    return aead;
  }

  private static KeysetHandle handle(String named, Path file, boolean production)
      throws IOException {
    if (!named.isBlank()) {
      return parse("SECRETS_KEYSET", named);
    }
    if (production) {
      throw new ConfigurationException(
          "In production it needs keys that are not kept with the data: set SECRETS_KEYSET to a"
              + " Tink keyset, for example to the %s that a local start makes in its data folder."
                  .formatted(FILE));
    }
    if (!Files.exists(file)) {
      make(file);
    }
    return parse(file.toString(), Files.readString(file));
  }

  /// @param origin for the message, which repeats nothing of the keyset
  private static KeysetHandle parse(String origin, String json) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new ConfigurationException(
          "%s is not a Tink keyset in JSON, unencrypted.".formatted(origin));
    }
  }

  /// Written aside and moved into place, so that a crash leaves a whole keyset or none.
  private static void make(Path file) {
    try {
      var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      String json =
          TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
      Files.createDirectories(file.getParent());
      Path whole = file.resolveSibling(FILE + ".new");
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
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make keys", e);
    }
  }
}

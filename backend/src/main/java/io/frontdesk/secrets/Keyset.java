package io.frontdesk.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The installation's keys (AES-256-GCM): those of `SECRETS_KEYSET`, or those in a file, which is
/// read again when it changes, so that keys are rotated under a running service. Without keys no
/// start succeeds.
@Context
class Keyset {
  private static final Logger LOG = LoggerFactory.getLogger(Keyset.class);

  private final @Nullable KeysetFile file;
  private volatile Loaded loaded;

  /// @param keyset `SECRETS_KEYSET`, a Tink keyset as JSON; blank: none
  /// @param named `SECRETS_KEYSET_FILE`, a file with one; blank: none
  /// @param data the installation's data folder (`DATA_DIR`), where outside production one is made
  /// @param mode `FRONTDESK_MODE`
  /// @throws ConfigurationException if there is none, or it cannot be used
  Keyset(
      @Property(name = "secrets.keyset") @Nullable String keyset,
      @Property(name = "secrets.keyset-file") @Nullable String named,
      @Property(name = "frontdesk.data-dir") Path data,
      @Property(name = "frontdesk.mode", defaultValue = "local") String mode)
      throws GeneralSecurityException, IOException {
    if (keyset != null && !keyset.isBlank()) {
      this.file = null;
      this.loaded = new Loaded(KeysetJson.read("SECRETS_KEYSET", keyset), null);
      return;
    }
    KeysetFile place = place(named, data, mode.equals("production"));
    this.file = place;
    this.loaded = load(place);
  }

  /// Keys with what tells whether their file has changed since.
  private record Loaded(KeysetHandle keys, Aead aead, @Nullable Object version) {
    Loaded(KeysetHandle keys, @Nullable Object version) throws GeneralSecurityException {
      this(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class), version);
    }
  }

  Aead aead() {
    return current().aead();
  }

  /// The keys as they are now.
  KeysetHandle keys() {
    return current().keys();
  }

  private Loaded current() {
    if (file != null) {
      try {
        if (!file.version().equals(loaded.version())) {
          reload(file);
        }
      } catch (IOException e) {
        LOG.warn("The keyset's file cannot be read; the keys that it held are used on", e);
      }
    }
    return loaded;
  }

  private synchronized void reload(KeysetFile changed) throws IOException {
    Object version = changed.version();
    if (version.equals(loaded.version())) {
      return;
    }
    try {
      loaded = load(changed);
      LOG.info("The keyset was read again: {}", KeysetJson.describe(loaded.keys()));
    } catch (ConfigurationException | GeneralSecurityException e) {
      LOG.error(
          "The keyset's file is damaged; the keys that it held are used on: {}", e.toString());
      loaded = new Loaded(loaded.keys(), loaded.aead(), version);
    }
  }

  private static Loaded load(KeysetFile file) throws IOException, GeneralSecurityException {
    Object version = file.version();
    return new Loaded(file.read(), version);
  }

  private static KeysetFile place(@Nullable String named, Path data, boolean production)
      throws IOException {
    if (named != null && !named.isBlank()) {
      var file = new KeysetFile(Path.of(named.strip()));
      if (!Files.exists(file.path())) {
        throw new ConfigurationException(
            "SECRETS_KEYSET_FILE is %s, which is not there.".formatted(named));
      }
      return file;
    }
    if (production) {
      throw new ConfigurationException(
          "In production it needs keys that are not kept with the data: set SECRETS_KEYSET to a"
              + " Tink keyset, for example to the %s that a local start makes in its data folder,"
                  .formatted(KeysetFile.USUAL)
              + " or SECRETS_KEYSET_FILE to a file that holds one.");
    }
    var file = new KeysetFile(data.resolve(KeysetFile.USUAL));
    if (!Files.exists(file.path())) {
      file.write(KeysetJson.generate());
    }
    return file;
  }
}

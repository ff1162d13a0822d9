package io.frontdesk.secrets;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the installation's keyset is.
///
/// @param secretsKeyset a Tink keyset as JSON (`SECRETS_KEYSET`); null: one is made in `dataDir` on
/// the first start
/// @param dataDir the installation's data folder (`DATA_DIR`)
@ConfigurationProperties("frontdesk")
record SecretsConfiguration(@Nullable String secretsKeyset, Path dataDir) {
  @Nullable String keyset() {
    return secretsKeyset;
  }
}

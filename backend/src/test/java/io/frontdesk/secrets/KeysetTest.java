package io.frontdesk.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  @TempDir Path data;
  @TempDir Path other;

  @Test
  void theFirstStartMakesOneThatTheNextStartFinds() throws Exception {
    var encrypted = new Secrets(new Keyset(null, null, data, "local")).encrypt(TENANT, "hush");

    assertThat(new Secrets(new Keyset(" ", null, data, "local")).decrypt(TENANT, encrypted))
        .isEqualTo("hush");
  }

  @Test
  void aNamedOneIsUsedAndNoneIsMade() throws Exception {
    var encrypted = new Secrets(new Keyset(null, null, data, "local")).encrypt(TENANT, "hush");
    var named = Files.readString(data.resolve("keyset.json"));

    var elsewhere = new Secrets(new Keyset(named, null, other, "production"));

    assertThat(elsewhere.decrypt(TENANT, encrypted)).isEqualTo("hush");
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void productionMakesNone() {
    assertThatThrownBy(() -> new Keyset("", null, data, "production"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("set SECRETS_KEYSET");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void whatIsNoKeysetIsToldWithoutRepeatingIt() {
    assertThatThrownBy(() -> new Keyset("{\"key\": \"s3cr3t\"}", null, data, "local"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("SECRETS_KEYSET is not a Tink keyset in JSON, unencrypted.")
        .hasNoCause();
  }
}

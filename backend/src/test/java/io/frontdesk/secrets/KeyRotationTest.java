package io.frontdesk.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Keys are changed under a running service, and what was stored before stays readable.
@Execution(ExecutionMode.CONCURRENT)
class KeyRotationTest {
  private static final String OPENAI = "/api/v1/business/credentials/openai";

  @TempDir Path data;

  @Test
  void aNewKeyEncryptsUnderARunningServiceAndTheOldOneCanBeRetired() {
    var database = TestDatabase.another().properties();
    var settings = Map.<String, Object>of("secrets.keyset-file", keyset().toString());
    Owner owner;
    try (var service = RunningService.start(database, settings)) {
      var reencryption = service.bean(Reencryption.class);
      owner = Owner.signUp(service, "Ace");
      set(owner.api(), "first");
      String old = reencryption.keys().getFirst().id();

      keys("rotate");

      assertThat(reads(owner.api())).as("what the old key encrypted").isTrue();
      set(owner.api(), "second");
      assertThat(rows(reencryption, old)).as("the signing key at least").isPositive();
      assertThat(reencryption.keys())
          .filteredOn(Reencryption.Key::primary)
          .singleElement()
          .satisfies(key -> assertThat(key.rows()).as("the second secret").isPositive());

      assertThat(reencryption.run()).isPositive();
      assertThat(rows(reencryption, old)).isZero();
      assertThat(reencryption.run()).as("nothing is left to do").isZero();
      keys("retire", old);
      assertThat(reencryption.keys()).hasSize(1);
      assertThat(reads(owner.api())).isTrue();
    }
    try (var again = RunningService.start(database, settings)) {
      assertThat(reads(owner.logIn(again.api()))).as("after a restart").isTrue();
    }
  }

  @Test
  void muchIsEncryptedAnewAndWhatCannotBeReadStopsNothing() throws SQLException {
    var logins = TestDatabase.another();
    var settings = Map.<String, Object>of("secrets.keyset-file", keyset().toString());
    try (var service = RunningService.start(logins.properties(), settings)) {
      var reencryption = service.bean(Reencryption.class);
      Owner owner = Owner.signUp(service, "Ace");
      Owner other = Owner.signUp(service, "Best");
      set(owner.api(), "first");
      set(other.api(), "second");
      for (int i = 0; i < 2 * EncryptedRows.BATCH + 7; i++) {
        owner
            .api()
            .send(
                "POST",
                "/api/v1/sandbox/dates",
                "{'phrase': 'at %d', 'now': '2026-11-24T15:00:00Z', 'time_zone': 'UTC'}"
                    .formatted(i),
                Map.of("Idempotency-Key", "key-" + i));
      }
      try (var connection = logins.owner().connect();
          var statement =
              connection.prepareStatement(
                  """
                  update tenant.credential set secret =
                      (select secret from tenant.credential where tenant_id = ?)
                    where tenant_id = ?\
                  """)) {
        statement.setObject(1, other.tenant().value());
        statement.setObject(2, owner.tenant().value());
        assertThat(statement.executeUpdate()).isEqualTo(1);
      }
      String old = reencryption.keys().getFirst().id();
      assertThat(rows(reencryption, old)).isGreaterThan(2 * EncryptedRows.BATCH);

      keys("rotate");
      reencryption.run();

      assertThat(rows(reencryption, old)).as("what is another tenant's").isEqualTo(1);
      assertThat(reads(other.api())).isTrue();
    }
  }

  @Test
  void whatAnOldKeyEncryptedIsReadByAServiceThatStartsWithTheNewOne() {
    var database = TestDatabase.another().properties();
    var settings = Map.<String, Object>of("secrets.keyset-file", keyset().toString());
    Owner owner;
    try (var service = RunningService.start(database, settings)) {
      owner = Owner.signUp(service, "Ace");
      set(owner.api(), "first");
    }
    keys("rotate");

    try (var again = RunningService.start(database, settings)) {
      assertThat(reads(owner.logIn(again.api()))).isTrue();
    }
  }

  @Test
  void everyColumnThatHoldsCiphertextIsKnown() throws SQLException {
    RunningService.shared();
    var found = new TreeSet<String>();
    try (var connection = TestDatabase.logins().owner().connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select table_schema || '.' || table_name || '.' || column_name
                  from information_schema.columns
                  where table_schema in ('tenant', 'platform') and data_type = 'text'
                    and (column_name in ('secret', 'answer') or column_name ~ 'encrypt')\
                """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }

    assertThat(Stream.concat(EncryptedRows.TENANT.stream(), EncryptedRows.PLATFORM.stream()))
        .extracting(column -> column.table() + "." + column.name())
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void severalNodesAreRotatedInTwoSteps() {
    keyset();
    String first = keys("list").replace(" (primary)", "");
    var before = Secrets.of(Map.of("SECRETS_KEYSET_FILE", file().toString()), data);
    String added = keys("add").replaceAll(".*, ", "");

    assertThat(added).isNotEqualTo(first).matches("\\d+");
    assertThat(keys("list")).contains(first + " (primary)");
    assertThat(keys("promote", added)).contains(added + " (primary)");
    assertThatThrownBy(() -> keys("retire", added))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("promote another one first");
    assertThat(before.decryptForPlatform("x", before.encryptForPlatform("x", "y"))).isEqualTo("y");
    assertThat(keys("retire", first)).isEqualTo(added + " (primary)");
  }

  @Test
  void aKeysetInTheEnvironmentIsPrintedAndNoFileIsTouched() throws IOException {
    keyset();
    String json = Files.readString(file());
    var out = new ByteArrayOutputStream();
    var command =
        new KeysCommand(
            Map.of("SECRETS_KEYSET", json),
            data,
            new PrintStream(out, true, StandardCharsets.UTF_8));

    command.run(List.of("rotate"));

    var rotated = KeysetJson.read("out", out.toString(StandardCharsets.UTF_8));
    assertThat(rotated.size()).isEqualTo(2);
    assertThat(Files.readString(file())).isEqualTo(json);
  }

  @Test
  void aDamagedFileLeavesTheKeysThatWereRead() throws IOException {
    var secrets = Secrets.of(Map.of("SECRETS_KEYSET_FILE", keyset().toString()), data);
    String encrypted = secrets.encryptForPlatform("x", "y");

    Files.writeString(file(), "{}");

    assertThat(secrets.decryptForPlatform("x", encrypted)).isEqualTo("y");
  }

  @Test
  void whatIsTypedWrongIsToldHowItIsUsed() {
    keyset();

    for (var words : List.of(List.<String>of(), List.of("spin"), List.of("retire"))) {
      assertThatThrownBy(() -> keys(words.toArray(String[]::new)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("keys promote <id>");
    }
    assertThatThrownBy(() -> keys("promote", "17")).hasMessageContaining("There is no key 17");
  }

  private Path keyset() {
    Secrets.of(Map.of(), data);
    return file();
  }

  private Path file() {
    return data.resolve("keyset.json");
  }

  private String keys(String... words) {
    var out = new ByteArrayOutputStream();
    new KeysCommand(
            Map.of("SECRETS_KEYSET_FILE", file().toString()),
            data,
            new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of(words));
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private static void set(Api api, String key) {
    var answer =
        api.send("PUT", OPENAI, "{'api_key': 'sk-%s-0123456789abcdef'}".formatted(key), Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /// A wrong key is found by asking OpenAI's stand-in, for which it had to be read.
  private static boolean reads(Api api) {
    return api.post(OPENAI + "/test", "{}")
        .body()
        .at("/findings/0/code")
        .asText()
        .equals("wrong_key");
  }

  private static long rows(Reencryption reencryption, String id) {
    return reencryption.keys().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow()
        .rows();
  }
}

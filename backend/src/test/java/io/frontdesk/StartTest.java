package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.database.Durability;
import io.frontdesk.database.EmbeddedDatabase;
import io.frontdesk.database.Login;
import io.frontdesk.testing.Api;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.ServiceProcess;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Starts the service as its users do, in a process of its own.
@Execution(ExecutionMode.CONCURRENT)
class StartTest {
  @TempDir Path data;

  @Test
  void theVeryNextStartAfterAKillHasAllThatWasAcknowledged() throws Exception {
    var acknowledged = new AtomicInteger();
    var killed = ServiceProcess.start(data, Map.of());
    var owner = Owner.signUp(killed.api(), "Ace Garage Doors");
    var writer = Thread.ofVirtual().start(() -> rename(owner.api(), acknowledged));
    Awaitility.await().until(() -> acknowledged.get() >= 20 || !writer.isAlive());

    killed.kill();
    writer.join();

    try (var next = ServiceProcess.start(data, Map.of())) {
      var last = acknowledged.get();
      var business = logIn(next.api(), owner).get("/api/v1/business").body();
      assertThat(business.path("name").asText())
          .as("the last one acknowledged, or the one that was under way")
          .isIn("Ace " + last, "Ace " + (last + 1));
    }
  }

  @Test
  void anEndedServiceLeavesNothingRunning() throws Exception {
    var service = ServiceProcess.start(data, Map.of());
    service.awaitOpen();
    assertThat(data.resolve("postgres/postmaster.pid")).exists();

    service.close();

    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void itStopsWhenTheMavenThatRunsItIsKilled() {
    var service = ServiceProcess.startFromAnother(data);
    service.awaitOpen();

    service.kill();

    Awaitility.await().until(() -> Files.notExists(data.resolve("postgres/postmaster.pid")));
  }

  @Test
  void servicesWithFoldersOfTheirOwnRunSideBySideAndOneFolderServesOne(@TempDir Path other)
      throws Exception {
    try (var one = ServiceProcess.start(data, Map.of());
        var two = ServiceProcess.start(other, Map.of())) {
      assertThat(one.awaitOpen()).isNotEqualTo(two.awaitOpen());

      assertRefused(
          ServiceProcess.start(data, Map.of()),
          "The data folder %s is in use by another Frontdesk (process %d): stop that one, or give this one a folder of its own with DATA_DIR=/another/folder"
              .formatted(data.toRealPath(), one.pid()));
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var port = taken.getLocalPort();
      assertRefused(
          ServiceProcess.start(data, Map.of("PORT", Integer.toString(port))),
          "Port %d is taken: stop the program that uses it, or choose another one with PORT=%d."
              .formatted(port, port + 1));
    }
  }

  @Test
  void dataOfAnotherPostgresVersionIsLeftAlone() throws Exception {
    var version = Files.createDirectory(data.resolve("postgres")).resolve("PG_VERSION");
    Files.writeString(version, "17\n");

    assertRefused(
        ServiceProcess.start(data, Map.of()),
        "The data in %s was written by PostgreSQL 17, and this Frontdesk runs PostgreSQL 18: dump it with the Frontdesk that wrote it, or move the folder away to begin anew."
            .formatted(data.toRealPath().resolve("postgres")));
    assertThat(version).hasContent("17");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    var file = Files.createFile(data.resolve("file"));
    assertRefused(
        ServiceProcess.start(file, Map.of()),
        "Cannot write to the data folder %s (not a folder: %s): make it writable, or name another one with DATA_DIR=/another/folder"
            .formatted(file, file));
  }

  @Test
  void servesOnTheDatabaseAndTheKeysThatTheEnvironmentNames(@TempDir Path elsewhere)
      throws Exception {
    var empty = Files.createDirectory(elsewhere.resolve("data"));
    try (var database = EmbeddedDatabase.start(elsewhere, Durability.THROWAWAY)) {
      var environment =
          Map.of(
              "DATABASE_URL", url(database.logins().app()),
              "DATABASE_MIGRATION_URL", url(database.logins().owner()),
              "SECRETS_KEYSET", keyset());
      try (var service = ServiceProcess.start(empty, environment)) {
        var owner = Owner.signUp(service.api(), "Ace Garage Doors");

        assertThat(owner.api().get("/api/v1/business").status()).isEqualTo(200);
        assertThat(empty.resolve("postgres")).doesNotExist();
        assertThat(empty.resolve("keyset.json")).doesNotExist();
      }
    }
  }

  @Test
  void productionNeedsADatabaseOfItsOwn() throws Exception {
    assertRefused(
        ServiceProcess.start(data, Map.of("FRONTDESK_MODE", "production")),
        "DATABASE_URL (the login frontdesk_app) must be set in production.");
    assertRefused(
        ServiceProcess.start(
            data, Map.of("FRONTDESK_MODE", "production", "DATABASE_URL", "postgres://a:b@c/d")),
        "DATABASE_MIGRATION_URL (the login of the database's owner, who migrates it) must be set in"
            + " production.");
  }

  @Test
  void aDatabaseUrlThatLeadsNowhereIsNamedWithoutItsPassword() throws Exception {
    assertRefused(
        ServiceProcess.start(
            data,
            Map.of(
                "DATABASE_URL",
                "mysql://frontdesk_app:hush@localhost/frontdesk",
                "DATABASE_MIGRATION_URL",
                "postgres://frontdesk_owner:hush@localhost/frontdesk")),
        "DATABASE_URL must look like postgres://user:password@host:5432/database, or"
            + " jdbc:postgresql://host:5432/database?user=USER&password=PASSWORD; write special"
            + " characters as %XX.");
  }

  private static String url(Login login) {
    return "%s?user=%s&password=%s".formatted(login.url(), login.user(), login.password());
  }

  /// As a first start makes one.
  private String keyset() throws Exception {
    try (var first = ServiceProcess.start(data, Map.of())) {
      first.awaitOpen();
      return Files.readString(data.resolve("keyset.json"));
    }
  }

  /// Changes the business's name until nobody answers, counting the changes that were acknowledged.
  private static void rename(Api api, AtomicInteger acknowledged) {
    try {
      for (var n = 1; ; n++) {
        assertThat(api.patch("/api/v1/business", "{'name': 'Ace %d'}".formatted(n)).status())
            .isEqualTo(200);
        acknowledged.set(n);
      }
    } catch (UncheckedIOException killed) {
      return;
    }
  }

  private static Api logIn(Api api, Owner owner) {
    var answer =
        api.post(
            "/api/v1/auth/login",
            "{'email': '%s', 'password': '%s'}".formatted(owner.email(), Owner.PASSWORD));
    return api.as(answer.body().path("access_token").asText());
  }

  private static void assertRefused(ServiceProcess service, String sentence) throws Exception {
    try (service) {
      assertThat(service.awaitEnd()).isEqualTo(1);
      assertThat(service.errors()).isEqualToIgnoringNewLines("Frontdesk cannot start. " + sentence);
      assertThat(service.output()).doesNotContain("Exception", "\tat ");
    }
  }
}

package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.ServiceProcess;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts the service as its users do, in a process of its own.
class StartTest {
  @TempDir Path data;

  @Test
  void anEndedServiceLeavesNothingRunning() throws Exception {
    var service = ServiceProcess.start(data, Map.of());
    service.awaitOpen();
    assertThat(data.resolve("postgres/postmaster.pid")).exists();

    service.close();

    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
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

  private static void assertRefused(ServiceProcess service, String sentence) throws Exception {
    try (service) {
      assertThat(service.awaitEnd()).isEqualTo(1);
      assertThat(service.errors()).isEqualToIgnoringNewLines("Frontdesk cannot start. " + sentence);
      assertThat(service.output()).doesNotContain("Exception", "\tat ");
    }
  }
}

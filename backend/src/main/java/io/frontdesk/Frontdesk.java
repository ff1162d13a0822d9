package io.frontdesk;

import io.frontdesk.database.DataFolder;
import io.frontdesk.database.Durability;
import io.frontdesk.database.EmbeddedDatabase;
import io.frontdesk.database.Logins;
import io.frontdesk.operator.Management;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service's entry point: takes the data folder, finds or starts the database, then serves.
@OpenAPIDefinition(
    info =
        @Info(
            title = "Frontdesk",
            version = "1",
            description =
                "An AI receptionist for small businesses: its calls and what they leave."),
    security = @SecurityRequirement(name = "access_token"))
@SecurityScheme(
    name = "access_token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The `access_token` of sign-up, log-in or refresh.")
public final class Frontdesk {
  private static final Logger LOG = LoggerFactory.getLogger(Frontdesk.class);
  private static final String STOP_WITH_STARTER = "frontdesk.stop-with-starter";

  /// What must be closed, the last one opened first: the server before its database.
  private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();

  private Frontdesk() {}

  public static void main(String[] args) {
    if (Commands.isCommand(args)) {
      System.exit(Commands.run(args, System.getenv()));
    }
    var frontdesk = new Frontdesk();
    Runtime.getRuntime().addShutdownHook(new Thread(frontdesk::stop, "stop"));
    if (Boolean.getBoolean(STOP_WITH_STARTER)) {
      stopWithStarter();
    }
    try {
      System.out.println(frontdesk.start(args, System.getenv()));
    } catch (Throwable e) {
      System.err.println(StartFailure.sentence(e));
      System.exit(1);
    }
  }

  /// Maven, when it is killed, does not take its `mn:run` with it: the next one would find the port
  /// and the data in use.
  private static void stopWithStarter() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            starter ->
                Thread.ofVirtual()
                    .start(
                        () -> {
                          starter.onExit().join();
                          System.exit(0);
                        }));
  }

  private Welcome start(String[] args, Map<String, String> environment) {
    var named = Logins.named(environment);
    var data = open(DataFolder.claim(DataFolder.locate(environment)));
    var logins =
        named.orElseGet(
            () -> open(EmbeddedDatabase.start(data.path(), Durability.DURABLE)).logins());
    Map<String, Object> properties = new HashMap<>(logins.properties());
    properties.put("frontdesk.data-dir", data.path().toString());
    var context =
        open(
            ApplicationContext.builder(properties)
                .mainClass(Frontdesk.class)
                .args(args)
                .banner(false)
                .build());
    context.start();
    var server = context.getBean(EmbeddedServer.class).start();
    return new Welcome(
        server.getURI(), context.getBean(Management.class).uri(), data.path(), named.isEmpty());
  }

  private <T extends AutoCloseable> T open(T closeable) {
    opened.push(closeable);
    return closeable;
  }

  private void stop() {
    for (var next = opened.poll(); next != null; next = opened.poll()) {
      try {
        next.close();
      } catch (Exception e) {
        LOG.warn("While stopping", e);
      }
    }
  }
}

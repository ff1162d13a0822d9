package io.frontdesk.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The whole service in this JVM, on a free port.
public final class RunningService implements AutoCloseable {
  private static final class Shared {
    static final RunningService SERVICE = start(TestDatabase.properties(), Map.of());
  }

  private final EmbeddedServer server;

  private RunningService(EmbeddedServer server) {
    this.server = server;
  }

  /// The one that most tests use; they keep apart by signing up their own business.
  public static RunningService shared() {
    return Shared.SERVICE;
  }

  /// One more, with settings, a database and a data folder of its own: it does no other's jobs, and
  /// none does its.
  public static RunningService start(Map<String, Object> settings) {
    return start(TestDatabase.another().properties(), settings);
  }

  /// The same on a database of the test's.
  public static RunningService start(Map<String, Object> database, Map<String, Object> settings) {
    var properties = new HashMap<String, Object>(database);
    properties.put("micronaut.server.port", -1);
    properties.put("frontdesk.data-dir", dataFolder());
    // There are many services, and most have little to do.
    properties.put("datasources.default.minimum-idle", 1);
    // Nobody guesses at the passwords of tests, and there are many of them.
    properties.put("frontdesk.passwords.memory-kib", 1024);
    properties.put("frontdesk.passwords.passes", 1);
    // Tests send more than people do; what limits do is a test of its own.
    properties.put("limits.requests-per-second", 100_000);
    properties.put("limits.request-burst", 100_000);
    // Nobody waits for the calls of a test that is over.
    properties.put("calls.drain", "0s");
    // Lines and models are written by hand, however long that takes.
    properties.put("voice.longest-pause", "60s");
    properties.put("voice.patience.first-word", "60s");
    properties.put("voice.patience.sentence", "60s");
    properties.put("voice.patience.reply", "60s");
    properties.put("voice.patience.held", "60s");
    properties.put("voice.patience.mark", "60s");
    properties.put("voice.patience.voice", "60s");
    properties.put("voice.patience.drill", "60s");
    properties.put("voice.provider-pause", "0s");
    // Nor does a caller leave because a conversation takes its time.
    properties.put("sandbox.callers-stay", "3m");
    // A database that is slow is not away.
    properties.put("datasources.default.connection-timeout", 30_000);
    properties.put("voice.patience.answer", "60s");
    properties.put("voice.patience.signer", "60s");
    properties.putAll(settings);
    return new RunningService(started(properties));
  }

  /// Started on a thread of its own. Micronaut looks for its classes with tasks of the pool that it
  /// is started in; a thread of JUnit's that waits for them would run other tests meanwhile, within
  /// this very start, and those would find the shared service half made.
  private static EmbeddedServer started(Map<String, Object> properties) {
    var start =
        new FutureTask<>(() -> ApplicationContext.run(EmbeddedServer.class, properties, "test"));
    Thread.ofPlatform().name("starts a service").start(start);
    try {
      return start.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI url() {
    return server.getURI();
  }

  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /// A client that is not signed in.
  public Api api() {
    return new Api(url(), null);
  }

  /// The same at another address of the service.
  public Api api(URI url) {
    return new Api(url, null);
  }

  @Override
  public void close() {
    server.close();
  }

  private static String dataFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data")
          .toRealPath()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

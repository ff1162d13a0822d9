package io.frontdesk;

import io.frontdesk.conversation.recording.ReplayCommand;
import io.frontdesk.database.DataFolder;
import io.frontdesk.database.Durability;
import io.frontdesk.database.EmbeddedDatabase;
import io.frontdesk.database.Logins;
import io.frontdesk.operator.OperatorCommand;
import io.frontdesk.secrets.KeysCommand;
import io.frontdesk.secrets.Secrets;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the service does instead of serving when it is started with a command. All of them run
/// beside a running service.
final class Commands {
  private static final Set<String> NAMES = Set.of("keys", "operator", "replay");

  private Commands() {}

  static boolean isCommand(String[] args) {
    return args.length > 0 && NAMES.contains(args[0]);
  }

  /// @return the exit code
  static int run(String[] args, Map<String, String> environment) {
    List<String> words = List.of(args).subList(1, args.length);
    try {
      Path data = DataFolder.locate(environment);
      switch (args[0]) {
        case "keys" -> new KeysCommand(environment, data, System.out).run(words);
        case "operator" ->
            new OperatorCommand(Secrets.of(environment, data), System.out).run(words);
        default -> {
          return replay(words, environment, data) ? 0 : 2;
        }
      }
      return 0;
    } catch (ConfigurationException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (SQLException | IOException e) {
      System.err.println("That did not work: " + e.getMessage());
      return 1;
    }
  }

  private static boolean replay(List<String> words, Map<String, String> environment, Path data)
      throws SQLException, IOException {
    var running = Logins.named(environment).or(() -> EmbeddedDatabase.running(data));
    if (running.isPresent()) {
      return replay(words, running.get());
    }
    if (Files.notExists(data)) {
      throw new ConfigurationException(
          "There is no database in %s: name another folder with DATA_DIR, or set DATABASE_URL."
              .formatted(data));
    }
    try (var folder = DataFolder.claim(data);
        var database = EmbeddedDatabase.start(folder.path(), Durability.DURABLE)) {
      return replay(words, database.logins());
    }
  }

  private static boolean replay(List<String> words, Logins logins)
      throws SQLException, IOException {
    try (var connection = logins.owner().connect()) {
      return new ReplayCommand(connection, System.out).run(words);
    }
  }
}

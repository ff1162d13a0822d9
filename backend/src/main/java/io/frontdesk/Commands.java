package io.frontdesk;

import io.frontdesk.database.DataFolder;
import io.frontdesk.operator.OperatorCommand;
import io.frontdesk.secrets.KeysCommand;
import io.frontdesk.secrets.Secrets;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the service does instead of serving when it is started with a command. Commands need the
/// keys and no database, so they run beside a running service.
final class Commands {
  private static final Set<String> NAMES = Set.of("keys", "operator");

  private Commands() {}

  static boolean isCommand(String[] args) {
    return args.length > 0 && NAMES.contains(args[0]);
  }

  /// @return the exit code
  static int run(String[] args, Map<String, String> environment) {
    List<String> words = List.of(args).subList(1, args.length);
    try {
      Path data = DataFolder.locate(environment);
      if (args[0].equals("keys")) {
        new KeysCommand(environment, data, System.out).run(words);
      } else {
        new OperatorCommand(Secrets.of(environment, data), System.out).run(words);
      }
      return 0;
    } catch (ConfigurationException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}

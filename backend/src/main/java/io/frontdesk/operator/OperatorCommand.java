package io.frontdesk.operator;

import io.frontdesk.secrets.Secrets;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// `operator token <name> [hours]`: makes a token for somebody who runs the installation. Whoever
/// has the keys may.
public final class OperatorCommand {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");
  private static final Duration USUAL = Duration.ofHours(8);
  private static final String USAGE =
      "It is used so:\noperator token <name> [hours, 1 to 24; 8 if left out]";

  private final Secrets secrets;
  private final PrintStream out;

  public OperatorCommand(Secrets secrets, PrintStream out) {
    this.secrets = secrets;
    this.out = out;
  }

  /// @param words what follows `operator`
  /// @throws ConfigurationException with a sentence for whoever typed it
  public void run(List<String> words) {
    if (words.size() < 2 || words.size() > 3 || !words.getFirst().equals("token")) {
      throw new ConfigurationException(USAGE);
    }
    String name = words.get(1);
    if (!NAME.matcher(name).matches()) {
      throw new ConfigurationException(
          "The name stands in the log: letters, digits and . _ @ + - only.");
    }
    Duration lifetime = words.size() < 3 ? USUAL : hours(words.get(2));
    out.println(new OperatorTokens(secrets, Clock.systemUTC()).issue(name, lifetime));
  }

  private static Duration hours(String text) {
    try {
      Duration hours = Duration.ofHours(Integer.parseInt(text));
      if (hours.isPositive() && hours.compareTo(OperatorTokens.LONGEST) <= 0) {
        return hours;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new ConfigurationException(USAGE);
  }
}

package io.frontdesk.conversation.recording;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// `replay`: tells what happened on a call and whether it would go the same way again; makes a test
/// of it. Reads only.
public final class ReplayCommand {
  private static final String USAGE =
      """
      It is used so:
      replay <call id>                          what happened, and whether it replays
      replay <call id> --test <file>            writes a test of it, without names and numbers
      replay <call id> --test <file> --as-is    the same with all that was said\
      """;

  private final Connection owner;
  private final PrintStream out;

  /// @param owner a connection of the login that sees all tenants
  public ReplayCommand(Connection owner, PrintStream out) {
    this.owner = owner;
    this.out = out;
  }

  /// @param words what follows `replay`
  /// @return whether the call goes the same way again
  /// @throws ConfigurationException with a sentence for whoever typed it
  public boolean run(List<String> words) throws SQLException, IOException {
    boolean test = words.size() >= 3 && words.get(1).equals("--test");
    boolean asIs = words.size() == 4 && words.get(3).equals("--as-is");
    if (words.size() != (test ? asIs ? 4 : 3 : 1)) {
      throw new ConfigurationException(USAGE);
    }
    StoredLog log = log(words.getFirst());
    try {
      boolean exact = tell(log);
      if (test) {
        write(log, Path.of(words.get(2)), asIs);
      }
      return exact;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("This log cannot be replayed: " + e.getMessage(), e);
    }
  }

  private StoredLog log(String callId) throws SQLException {
    owner.setReadOnly(true);
    try {
      StoredLog log =
          StoredLog.read(owner, UUID.fromString(callId))
              .orElseThrow(() -> new ConfigurationException("There is no call " + callId + "."));
      if (log.events().isEmpty()) {
        throw new ConfigurationException(
            "Nothing is written down of " + log.title() + ": it never came to a conversation.");
      }
      return log;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(USAGE);
    }
  }

  private boolean tell(StoredLog log) {
    Replay replay = Replay.of(log.events());
    var timeline = new Timeline(out);
    out.println(log.title());
    timeline.print(replay);
    var difference = replay.firstDifference();
    difference.ifPresentOrElse(
        line -> timeline.printDifference(replay, line),
        () ->
            out.printf(
                "%n%d events. Replayed, each leads to what it led to then.%n",
                replay.lines().size()));
    return difference.isEmpty();
  }

  private void write(StoredLog log, Path file, boolean asIs) throws IOException {
    var call =
        new RecordedCall("Held on " + log.events().getFirst().at() + ".", log.events()).replayed();
    var written = asIs ? call : Anonymity.of(call, log.names());
    Files.writeString(file, written.text());
    out.printf("%nWritten to %s, with what it leads to now.%n", file.toAbsolutePath());
    if (!asIs) {
      out.println("Names, numbers and addresses of mail are taken out: read what else was told.");
    }
  }
}

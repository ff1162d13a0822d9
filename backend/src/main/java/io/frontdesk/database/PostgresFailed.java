package io.frontdesk.database;

import java.io.IOException;
import java.io.Serial;

/// One of PostgreSQL's own programs ended with an error; the message is what it printed.
final class PostgresFailed extends IOException {
  @Serial private static final long serialVersionUID = 1;

  PostgresFailed(String program, String output) {
    super("%s: %s".formatted(program, output));
  }
}

package io.frontdesk;

import java.net.URI;
import java.nio.file.Path;

/// What the service prints when it has started.
///
/// @param at the address it listens on
/// @param operators where those who run it ask
/// @param data its data folder
/// @param embedded whether the database is in that folder
record Welcome(URI at, URI operators, Path data, boolean embedded) {
  @Override
  public String toString() {
    return """

    Frontdesk is open at %1$s

      API       %1$s/api/v1   (described in %1$s/api/v1/openapi.yml)
      Operators %4$s   (docs/operations.md)
      Data      %2$s%3$s
      Next      README.md walks from signing up to the first lead. Stop with Ctrl-C.
    """
        .formatted(at, data, embedded ? "   (with a PostgreSQL of its own)" : "", operators);
  }
}

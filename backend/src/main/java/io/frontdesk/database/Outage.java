package io.frontdesk.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// Tells a database that is away from everything else that goes wrong: what failed so will do after
/// a while, if it is tried again.
public final class Outage {
  /// Connections that broke or were refused; a server that stops, starts or has become a standby.
  /// Source: https://www.postgresql.org/docs/18/errcodes-appendix.html
  private static final List<String> STATES =
      List.of("08", "57P01", "57P02", "57P03", "53300", "25006");

  /// Two who were in each other's way; what took too long.
  private static final List<String> PASSING = List.of("40", "55P03", "57014");

  /// As the pool says it.
  private static final String CLOSED = "Connection is closed";

  private static final int MOST_CAUSES = 50;

  private Outage() {}

  /// Whether that failed because the database is away.
  public static boolean caused(Throwable failure) {
    return isCausedBy(failure, Outage::isIt);
  }

  /// Whether that may work if it is tried again: the database is away, or it was too busy.
  public static boolean mayPass(Throwable failure) {
    return isCausedBy(failure, one -> isIt(one) || isPassing(one));
  }

  private static boolean isCausedBy(Throwable failure, Predicate<Throwable> cause) {
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    for (int seen = 0; !open.isEmpty() && seen < MOST_CAUSES; seen++) {
      Throwable one = open.pop();
      if (cause.test(one)) {
        return true;
      }
      if (one.getCause() != null) {
        open.add(one.getCause());
      }
      open.addAll(Arrays.asList(one.getSuppressed()));
    }
    return false;
  }

  private static boolean isPassing(Throwable one) {
    return one instanceof SQLException failure
        && failure.getSQLState() != null
        && PASSING.stream().anyMatch(failure.getSQLState()::startsWith);
  }

  /// The pool waits for a connection in vain; or one broke before, and says no more than that.
  private static boolean isIt(Throwable one) {
    if (!(one instanceof SQLException failure)) {
      return false;
    }
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || (state == null
            ? CLOSED.equals(failure.getMessage())
            : STATES.stream().anyMatch(state::startsWith));
  }
}

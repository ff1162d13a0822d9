package io.frontdesk;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says in one sentence why the service did not start.
final class StartFailure {
  private static final Pattern PORT = Pattern.compile(".*:(\\d+)$");

  private StartFailure() {}

  /// The sentence for a failure that a person can mend; for any other one its stack trace too.
  static String sentence(Throwable failure) {
    var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    for (var cause : causes.reversed()) {
      if (cause instanceof ConfigurationException) {
        return "Frontdesk cannot start. " + cause.getMessage();
      }
    }
    if (isOfBinding(causes.getLast())) {
      return "Frontdesk cannot start. " + portTaken(causes);
    }
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "Frontdesk cannot start, for a reason that it does not know:\n" + trace;
  }

  /// Sockets that wait by epoll say it in a class of Netty's own, which names the call that failed.
  private static boolean isOfBinding(Throwable cause) {
    return cause instanceof BindException
        || (cause instanceof NativeIoException
            && String.valueOf(cause.getMessage()).startsWith("bind("));
  }

  private static String portTaken(Iterable<Throwable> causes) {
    for (var cause : causes) {
      if (cause instanceof ServerStartupException && cause.getMessage() != null) {
        var port = PORT.matcher(cause.getMessage());
        if (port.matches()) {
          return ("Port %s is taken: stop the program that uses it,"
                  + " or choose another one with PORT=%d.")
              .formatted(port.group(1), Integer.parseInt(port.group(1)) + 1);
        }
      }
    }
    return "A port that it needs is taken: choose other ones.";
  }
}

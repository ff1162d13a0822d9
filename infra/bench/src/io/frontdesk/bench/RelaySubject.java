package io.frontdesk.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The [Relay] in a process of its own.
final class RelaySubject implements Subject {
  private static final Pattern PORT = Pattern.compile("port (\\d+)");

  private final Child child;
  private final URI webhook;

  private RelaySubject(Child child) {
    this.child = child;
    this.webhook = URI.create("http://localhost:" + child.awaits(PORT) + "/incoming");
  }

  static RelaySubject start(String cores, List<String> jvm, URI model, Path output) {
    var arguments = new ArrayList<>(jvm);
    arguments.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), Relay.class.getName(), model.toString()));
    return new RelaySubject(Child.start(cores, arguments, Map.of(), output));
  }

  @Override
  public long pid() {
    return child.pid();
  }

  @Override
  public URI webhook() {
    return webhook;
  }

  @Override
  public List<Line> lines(int calls) {
    return Collections.nCopies(calls, new Line("AC1", "token", "+12125550100"));
  }

  @Override
  public boolean greets() {
    return false;
  }

  @Override
  public void close() {
    child.close();
  }
}

package io.frontdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The service in a process of its own, with a database of its own on another processor.
final class ServiceSubject implements Subject {
  private static final Pattern OPEN = Pattern.compile("Frontdesk is open at (http\\S+)");
  private static final Path CLASS_PATH = Path.of("target/service-class-path");
  private static final Duration SOON = Duration.ofSeconds(60);

  /// Half as many calls as a business may have at the same time: those that have just ended are not
  /// written down yet.
  private static final int CALLS_A_LINE = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Child child;
  private final Path data;
  private final URI base;
  private final List<Line> lines = new ArrayList<>();

  private ServiceSubject(Child child, Path data) {
    this.child = child;
    this.data = data;
    this.base = URI.create(child.awaits(OPEN));
  }

  /// @param folder empty; what the service says and keeps goes there
  static ServiceSubject start(Cores cores, List<String> jvm, URI model, Path folder) {
    try {
      var arguments = new ArrayList<>(jvm);
      String classPath = Files.readString(CLASS_PATH);
      arguments.addAll(List.of("-cp", "target/classes:" + classPath, "io.frontdesk.Frontdesk"));
      Path data = Files.createDirectory(folder.resolve("data"));
      var environment =
          Map.of(
              "DATA_DIR", data.toString(), "PORT", "-1", "OPENAI_REALTIME_URL", model.toString());
      var child = Child.start(cores.subject(), arguments, environment, folder.resolve("out.log"));
      var service = new ServiceSubject(child, data);
      service.moveDatabase(cores.others());
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long pid() {
    return child.pid();
  }

  /// What it has said so far.
  String said() {
    return child.said();
  }

  /// All its threads, the virtual ones too, with what they do.
  String threads() {
    Path dump = data.resolveSibling("threads.txt");
    Jcmd.ask(child.pid(), "Thread.dump_to_file", "-overwrite", dump.toString());
    try {
      return Files.readString(dump);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI webhook() {
    return base.resolve("/api/v1/voice/incoming");
  }

  @Override
  public List<Line> lines(int calls) {
    while (lines.size() * CALLS_A_LINE < calls) {
      lines.add(newLine());
    }
    return lines;
  }

  @Override
  public boolean greets() {
    return true;
  }

  @Override
  public void close() {
    child.close();
  }

  /// A business signs up, has a number a moment later, and its greeting recorded soon after.
  private Line newLine() {
    String business = "Bench " + UUID.randomUUID();
    var body =
        json.createObjectNode()
            .put("business_name", business)
            .put("email", UUID.randomUUID() + "@bench.example")
            .put("password", "a long enough password " + UUID.randomUUID())
            .put("industry", "home_services")
            .put("time_zone", "America/New_York");
    String token = ask("/api/v1/auth/signup", null, body).path("access_token").asText();
    var sandbox = new AtomicReference<JsonNode>(json.createObjectNode());
    Child.await(
        "a number",
        SOON,
        () -> {
          sandbox.set(ask("/api/v1/sandbox", token, null));
          return !sandbox.get().path("numbers").isEmpty();
        });
    yieldAtOnce(token);
    Child.await("the greeting", SOON, () -> greetings() > lines.size());
    return new Line(
        sandbox.get().path("account_sid").asText(),
        sandbox.get().path("auth_token").asText(),
        sandbox.get().at("/numbers/0").asText());
  }

  /// What is measured is the way from the model's word that somebody speaks, not how long somebody
  /// must have spoken.
  private void yieldAtOnce(String token) {
    String id = ask("/api/v1/receptionists", token, null).at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;
    var change = json.createObjectNode();
    change.putObject("listening").put("min_speech_ms", 0);
    ask("PATCH", path, token, change);
    ask(path + "/publish", token, json.createObjectNode());
  }

  private long greetings() {
    Path folder = data.resolve("audio");
    if (!Files.exists(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".ulaw")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode ask(String path, @Nullable String token, @Nullable JsonNode body) {
    return ask(body == null ? "GET" : "POST", path, token, body);
  }

  private JsonNode ask(
      String method, String path, @Nullable String token, @Nullable JsonNode body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The service has started it beside itself.
  private void moveDatabase(String cores) throws IOException {
    try (var files = Files.walk(data, 3)) {
      Path file = files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
      long postmaster = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      Cores.move(postmaster, cores);
      ProcessHandle.of(postmaster).stream()
          .flatMap(ProcessHandle::descendants)
          .forEach(one -> Cores.move(one.pid(), cores));
    }
  }
}

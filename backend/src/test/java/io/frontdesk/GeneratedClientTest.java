package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Speaker;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another company's engineer makes a client from the API's document, and it works.
class GeneratedClientTest {
  private static final Path GENERATOR =
      Path.of("target/client-generator/openapi-generator-cli.jar");
  private static final Path PROGRAM = Path.of("src/test/resources/program/Program.java");

  @TempDir Path folder;

  @Test
  void aClientMadeFromTheServedDocumentListsCallsAndKeepsALead() throws Exception {
    var service = RunningService.shared();
    var owner = Owner.signUp(service, "Ace Garage Doors");
    callsOf(service, owner);
    var client =
        owner
            .api()
            .post(
                "/api/v1/api-clients",
                "{'name': 'CRM', 'scopes': ['calls:read', 'leads:read', 'leads:write']}")
            .body();

    generate(service.api().get("/api/v1/openapi.yml").text());
    compile();
    String said =
        java(
            "-cp",
            folder.resolve("classes") + ":" + System.getProperty("java.class.path"),
            "Program",
            service.url().toString().replaceFirst("/$", ""),
            client.path("id").asText(),
            client.path("secret").asText());

    assertThat(said.lines())
        .containsSubsequence(
            "may: calls:read leads:read leads:write",
            "call: +14155550124, in_progress",
            "call: +14155550123, in_progress",
            "caller: My door is stuck",
            "receptionist: I am sorry to hear that",
            "one lead: true",
            "lead: Ana Diaz, a new door, contacted",
            "stale: 412",
            "unknown: 404",
            "deleted",
            "gone: 404");
  }

  private static void callsOf(RunningService service, Owner owner) {
    var practice = new PracticeCalls(service, owner.tenant());
    UUID call = practice.answered("+14155550123");
    var log = service.bean(CallLog.class);
    log.store(owner.tenant(), call, PracticeCalls.turn(0, Speaker.CALLER, "My door is stuck"));
    log.store(
        owner.tenant(),
        call,
        PracticeCalls.turn(1, Speaker.RECEPTIONIST, "I am sorry to hear that"));
    practice.answered("+14155550124");
  }

  private void generate(String document) throws Exception {
    Path file = Files.writeString(folder.resolve("openapi.yml"), document);
    java(
        "--sun-misc-unsafe-memory-access=allow",
        "-jar",
        GENERATOR.toString(),
        "generate",
        "--input-spec=" + file,
        "--generator-name=java",
        "--library=apache-httpclient",
        "--output=" + folder.resolve("client"),
        "--invoker-package=frontdesk.client",
        "--api-package=frontdesk.client",
        "--model-package=frontdesk.client.model",
        "--additional-properties=openApiNullable=false,useJakartaEe=true",
        "--global-property=models,apis,supportingFiles,"
            + "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
  }

  private void compile() throws IOException {
    var arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-d", folder.resolve("classes").toString()));
    try (Stream<Path> files = Files.walk(folder.resolve("client/src/main/java"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    arguments.add(PROGRAM.toString());
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
  }

  private String java(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(15, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended && process.exitValue() == 0).as(Files.readString(output)).isTrue();
    return Files.readString(output);
  }
}

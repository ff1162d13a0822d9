import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks, or with `write` applies, google-java-format to every source below some folders.
/// Started by Maven as a single source file: `java Format.java check|write FORMATTER.jar FOLDER…`.
final class Format {
  private static final List<String> PACKAGES =
      List.of("api", "code", "file", "parser", "tree", "util");

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean write = args[0].equals("write");
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    for (String name : PACKAGES) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", args[1]));
    command.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String folder : List.of(args).subList(2, args.length)) {
      try (var files = Files.walk(Path.of(folder))) {
        files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(command::add);
      }
    }
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0 && !write) {
      System.err.println(
          "The files above are not formatted: mvn -f backend process-test-sources"
              + " -Dformat.mode=write");
    }
    System.exit(exit);
  }
}

package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/security.md promises nothing that no test shows.
class SecurityPageTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");
  private static final Pattern PROMISE = Pattern.compile("^\\|([^|]*)\\|[^|]*\\|([^|]*)\\|$");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Set<String> existing;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      existing =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }

    assertThat(TEST.matcher(page()).results().map(test -> test.group(1)))
        .hasSizeGreaterThan(30)
        .isSubsetOf(existing);
  }

  @Test
  void everyPromiseNamesItsTest() throws IOException {
    String promised = page().split("## What is promised", 2)[1].split("## What is accepted", 2)[0];
    List<String> promises =
        promised
            .lines()
            .filter(line -> line.startsWith("|"))
            .filter(line -> !line.startsWith("|---") && !line.startsWith("| promise |"))
            .toList();

    assertThat(promises)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            promise -> {
              var parts = PROMISE.matcher(promise);
              assertThat(parts.matches()).as(promise).isTrue();
              assertThat(TEST.matcher(parts.group(2)).find()).as(promise).isTrue();
            });
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/security.md"));
  }
}

package io.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/lessons.md names only tests that there are.
class LessonsPageTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|([^|]*\\|){2}([^|]*)\\|$");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Map<String, String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .collect(
                  Collectors.toMap(
                      LessonsPageTest::className, LessonsPageTest::text, (a, b) -> a + b));
    }
    List<MatchResult> named = TEST.matcher(page()).results().toList();

    assertThat(named)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            test -> {
              assertThat(tests).containsKey(test.group(1));
              if (test.group(2) != null) {
                assertThat(tests.get(test.group(1))).contains("void " + test.group(2) + "(");
              }
            });
  }

  @Test
  void everyComplaintNamesItsTest() throws IOException {
    List<String> rows = page().lines().filter(line -> line.matches("\\| \\d.*")).toList();

    assertThat(rows)
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(
            row -> {
              var parts = ROW.matcher(row);
              assertThat(parts.matches()).as(row).isTrue();
              assertThat(TEST.matcher(parts.group(3)).find()).as(row).isTrue();
            });
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/lessons.md"));
  }
}

package io.frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @Test
  void liesBesideTheRootOfTheCheckoutWhereverTheServiceIsStarted() {
    assertThat(DataFolder.locate(Map.of()))
        .isEqualTo(Path.of("").toAbsolutePath().resolveSibling("data"));
  }

  @Test
  void isWhereTheEnvironmentSays() {
    assertThat(DataFolder.locate(Map.of("DATA_DIR", "/somewhere/else/")))
        .isEqualTo(Path.of("/somewhere/else"));
    assertThat(DataFolder.locate(Map.of("DATA_DIR", "here")))
        .isEqualTo(Path.of("here").toAbsolutePath());
  }

  @Test
  void servesOneAtATime(@TempDir Path folder) throws Exception {
    try (var first = DataFolder.claim(folder)) {
      assertThatThrownBy(() -> DataFolder.claim(folder))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("in use by another Frontdesk");
      assertThat(first.path()).isEqualTo(folder.toRealPath());
    }

    DataFolder.claim(folder).close();
  }
}

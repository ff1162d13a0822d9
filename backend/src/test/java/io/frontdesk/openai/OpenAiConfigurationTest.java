package io.frontdesk.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OpenAiConfigurationTest {
  @Test
  void whatIsSetToNothingIsUnset() {
    var nothing = URI.create("");

    assertThat(new OpenAiConfiguration(nothing, " ", nothing, "a", "b", "c"))
        .isEqualTo(new OpenAiConfiguration(null, null, null, "a", "b", "c"));
  }
}

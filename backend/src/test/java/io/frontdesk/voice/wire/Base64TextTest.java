package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {
  @Property
  void countsTheBytesThatTheTextStandsFor(@ForAll byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);

    assertThat(decodedLength(text)).isEqualTo(bytes.length);
    assertThat(decodedLength(text.replace("/", "\\/"))).isEqualTo(bytes.length);
    assertThat(decodedLength(text.replace("+", "\\u002B"))).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AA",
        "AAA",
        "AAAAA",
        "AA=",
        "A===",
        "=AAA",
        "AA=A",
        "AA==AAAA",
        "AAA-",
        "AAA_",
        "AA A",
        "AAAä",
        "AAA\\n",
        "AAA\\u0021",
        "===="
      })
  void knowsWhatIsNotBase64(String text) {
    assertThat(decodedLength(text)).isEqualTo(-1);
  }

  @Test
  void nothingStandsForNothing() {
    assertThat(decodedLength("")).isZero();
  }

  private static int decodedLength(String text) {
    byte[] json = ("\"" + text + "\"").getBytes(UTF_8);
    return Base64Text.decodedLength(json, 1, json.length - 1);
  }
}

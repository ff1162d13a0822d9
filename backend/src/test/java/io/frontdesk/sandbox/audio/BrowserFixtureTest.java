package io.frontdesk.sandbox.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The sound by which the pages' own reader is tested is still what is written here. Differs it,
/// the file must be made anew from what this test expects.
class BrowserFixtureTest {
  private static final Path FILE = Path.of("../frontend/src/talk/fixtures/telephone.json");
  private static final int PACKETS = 20;
  private static final int STRIDE = 251;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatThePagesReadIsWhatIsWrittenHere() throws IOException {
    assertThat(JSON.readTree(Files.readAllBytes(FILE))).isEqualTo(JSON.readTree(made()));
  }

  private static String made() {
    var fixture = JSON.createObjectNode();
    String words = "Grüß Gott, it is 14:30 – shall I book it?";
    byte[] hum = new byte[PACKETS * MuLaw.FRAME_SAMPLES];
    for (int i = 0; i < hum.length; i++) {
      hum[i] = MuLaw.encode((short) (8000 * Math.sin(i / 3.0)));
    }
    fixture.put("words", words);
    fixture.put("marked", Base64.getEncoder().encodeToString(Watermark.embed(hum, words, 41)));
    var expanded = fixture.putArray("expanded");
    IntStream.range(0, 256).forEach(code -> expanded.add(MuLaw.decode((byte) code)));
    fixture.put("stride", STRIDE);
    var compressed = fixture.putArray("compressed");
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample += STRIDE) {
      compressed.add(MuLaw.encode((short) sample) & 0xFF);
    }
    return fixture.toString();
  }
}

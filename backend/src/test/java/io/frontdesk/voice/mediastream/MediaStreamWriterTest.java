package io.frontdesk.voice.mediastream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class MediaStreamWriterTest {
  private final MediaStreamWriter writer = new MediaStreamWriter("MZ1");

  @Test
  void writesAudioAroundTheTextItGets() {
    ByteBuf payload = Unpooled.copiedBuffer("__AAA\\/__", US_ASCII).slice(2, 5);

    ByteBuf message = Unpooled.buffer();
    writer.media(message, payload);

    assertThat(message.readableBytes()).isEqualTo(writer.mediaLength(payload));
    assertThat(text(message))
        .isEqualTo(
            "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"AAA\\/\"}}");
    assertThat(payload.readableBytes()).isEqualTo(5);
  }

  @Test
  void writesMarks() {
    ByteBuf message = Unpooled.buffer();
    writer.mark(message, "1:7");

    assertThat(message.readableBytes()).isEqualTo(writer.markLength("1:7"));
    assertThat(text(message))
        .isEqualTo("{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"1:7\"}}");
  }

  @Test
  void writesClear() {
    ByteBuf message = Unpooled.buffer();
    writer.clear(message);

    assertThat(message.readableBytes()).isEqualTo(writer.clearLength());
    assertThat(text(message)).isEqualTo("{\"event\":\"clear\",\"streamSid\":\"MZ1\"}");
  }

  @Test
  void refusesNamesThatWouldBreakTheMessage() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MediaStreamWriter("M\"Z"));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.mark(Unpooled.buffer(), "a\"b"));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.mark(Unpooled.buffer(), ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.mark(Unpooled.buffer(), "a".repeat(65)));
  }

  private static String text(ByteBuf message) {
    String text = message.toString(US_ASCII);
    message.release();
    return text;
  }
}

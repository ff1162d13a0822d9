package io.frontdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// PDFs as people have them, broken ones, and ones that were made to do harm.
@Execution(ExecutionMode.CONCURRENT)
class PdfReaderTest {
  private final PdfReader reader = new PdfReader();

  @Test
  void readsAllPages() {
    assertThat(read(Pdfs.of("A gate costs 300 dollars.", "A door costs 200 dollars.")))
        .contains("A gate costs 300 dollars.", "A door costs 200 dollars.");
  }

  @Test
  void saysWhatIsWrongWithOnesThatCannotBeRead() {
    assertRefused("is locked", Pdfs.locked("Secret."));
    assertRefused("no text in it", Pdfs.of(""));
    assertRefused("no PDF, or a broken one", base64("%PDF-1.7\n1 0 obj\n<< /Type"));
    assertRefused("no PDF, or a broken one", base64("<html>Not here</html>"));
    assertRefused(
        "more than 200 pages", Pdfs.of(Collections.nCopies(201, "").toArray(String[]::new)));
  }

  /// Some kilobytes that are half a gigabyte when they are unpacked.
  @Test
  void aBombGoesOffElsewhere() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 1 << 9; i++) {
        deflater.write(spaces);
      }
    }
    var pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        """
        %%PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj
        4 0 obj << /Length %d /Filter /FlateDecode >> stream
        """
            .formatted(packed.size())
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes(
        "\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> read(reader, pdf.toByteArray())).isInstanceOf(Unreadable.class);
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    byte[] pdf = Base64.getDecoder().decode(Pdfs.of("Hello."));

    assertThatThrownBy(() -> read(new PdfReader(Duration.ofMillis(1)), pdf))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("too long");
  }

  private String read(String base64) {
    return read(reader, Base64.getDecoder().decode(base64));
  }

  private static String read(PdfReader reader, byte[] pdf) {
    try (var file = DocumentFile.receive(new ByteArrayInputStream(pdf))) {
      return reader.text(file);
    }
  }

  private void assertRefused(String why, String base64) {
    assertThatThrownBy(() -> read(base64)).isInstanceOf(Unreadable.class).hasMessageContaining(why);
  }

  private static String base64(String bytes) {
    return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII));
  }
}

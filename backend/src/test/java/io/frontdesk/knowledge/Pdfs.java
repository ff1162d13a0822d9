package io.frontdesk.knowledge;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Makes PDFs, in base64.
final class Pdfs {
  private Pdfs() {}

  /// A page for each text; a blank one has nothing on it.
  static String of(String... pages) {
    return made("", pages);
  }

  static String locked(String text) {
    return made("secret", text);
  }

  /// A page that is a photograph and nothing else, and one for each text.
  ///
  /// @param megabytes how large the photograph is
  static byte[] withPhotograph(int megabytes, String... pages) {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, noise(megabytes)), 0, 0, 9, 9);
      }
      for (String text : pages) {
        var written = new PDPage();
        document.addPage(written);
        write(document, written, text);
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing can be packed any smaller: three bytes for each point.
  private static BufferedImage noise(int megabytes) {
    var image = new BufferedImage(1_000, megabytes * 333, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  private static String made(String password, String... pages) {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      for (String text : pages) {
        var page = new PDPage();
        document.addPage(page);
        if (!text.isBlank()) {
          write(document, page, text);
        }
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(out);
      return Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PDDocument document, PDPage page, String text) throws IOException {
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(72, 700);
      content.showText(text);
      content.endText();
    }
  }
}

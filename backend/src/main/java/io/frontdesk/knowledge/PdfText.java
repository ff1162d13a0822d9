package io.frontdesk.knowledge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/// A program of its own that takes the text out of a PDF: what the PDF makes of memory and time is
/// this process's, and goes with it. Reads the PDF from its input, writes UTF-8 to its output, and
/// says by its exit code how it went.
final class PdfText {
  static final int FINE = 0;
  static final int BROKEN = 10;
  static final int LOCKED = 11;
  static final int TOO_MANY_PAGES = 12;

  static final int MOST_PAGES = 200;

  private PdfText() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(read(System.in.readAllBytes(), System.out));
  }

  static int read(byte[] pdf, OutputStream out) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        return TOO_MANY_PAGES;
      }
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        return LOCKED;
      }
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.writeText(document, text);
      return FINE;
    } catch (InvalidPasswordException e) {
      return LOCKED;
    } catch (IOException | RuntimeException e) {
      return BROKEN;
    }
  }
}

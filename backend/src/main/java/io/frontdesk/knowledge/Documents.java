package io.frontdesk.knowledge;

import io.frontdesk.knowledge.KnowledgeEntry.Kind;
import io.frontdesk.knowledge.KnowledgeEntry.Made;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// The texts of what people add, however they send it.
@Singleton
class Documents {
  /// Each lies on the disk while it is read: 200 MB at the most.
  private static final int AT_ONCE = 20;

  private final Semaphore free = new Semaphore(AT_ONCE);
  private final PdfReader pdfs;

  Documents(PdfReader pdfs) {
    this.pdfs = pdfs;
  }

  /// The text of a file: of a PDF, or a text as it is.
  ///
  /// @throws RequestException.Rejected if it has none that can be kept; says why at `/file`
  String text(InputStream sent) {
    return read(sent, "/file", file -> file.looksLikePdf() ? pdfs.text(file) : file.text());
  }

  /// The text of what came as JSON.
  ///
  /// @throws RequestException.Rejected if there is none that can be kept; says why, and where
  String text(Made made) {
    String text = made.text();
    String pdf = made.pdf();
    if (text != null && pdf == null) {
      if (text.isBlank()) {
        throw new RequestException.Rejected("/text", "must not be blank");
      }
      return text.strip();
    }
    if (pdf == null) {
      throw new RequestException.Rejected("/text", "is missing: give a text, or a PDF");
    }
    if (text != null || made.kind() != Kind.DOCUMENT) {
      throw new RequestException.Rejected(
          "/pdf", "is for documents, and takes the place of a text");
    }
    return read(new ByteArrayInputStream(decoded(pdf)), "/pdf", pdfs::text);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new RequestException.Rejected("/pdf", "must be a PDF in base64");
    }
  }

  private String read(InputStream sent, String pointer, Function<DocumentFile, String> reader) {
    if (!free.tryAcquire()) {
      throw new RequestException.Busy("Other documents are being read. Try again in a moment.");
    }
    try (var file = DocumentFile.receive(sent)) {
      String text = reader.apply(file);
      if (text.length() > KnowledgeEntry.LONGEST_TEXT) {
        throw Unreadable.tooLong();
      }
      return text;
    } catch (Unreadable e) {
      throw new RequestException.Rejected(pointer, e.why());
    } finally {
      free.release();
    }
  }
}

package io.frontdesk.knowledge;

import io.frontdesk.web.RequestException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A document as it was sent, kept beside the memory until its text is taken: however many are
/// sent, and however slowly, a few kilobytes of each are in memory.
///
/// @param path where its bytes are
record DocumentFile(Path path) implements AutoCloseable {
  /// What older programs write that do not write UTF-8.
  private static final Charset OLDER = Charset.forName("windows-1252");

  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BEGINNING = 1_024;

  /// More is never text that can be kept.
  private static final long MOST_OF_TEXT = 4L * KnowledgeEntry.LONGEST_TEXT;

  /// Takes all of it.
  ///
  /// @throws RequestException.TooLarge if it is larger than any body may be
  /// @throws RequestException.Malformed if its sender stops before its end
  static DocumentFile receive(InputStream sent) {
    var file = new DocumentFile(made());
    // What is still on its way is let pass once it is closed.
    try (sent;
        var out = Files.newOutputStream(file.path)) {
      sent.transferTo(out);
      return file;
    } catch (IOException | ContentLengthExceededException e) {
      file.close();
      throw refusal(e);
    }
  }

  /// Whether it has the mark of a PDF near its beginning, as readers of PDFs expect it.
  boolean looksLikePdf() {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1).contains("%PDF-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is written in it, if it is a text.
  ///
  /// @throws Unreadable if it is none, or too long; says why
  String text() {
    try {
      if (Files.size(path) > MOST_OF_TEXT) {
        throw Unreadable.tooLong();
      }
      String text = decoded(Files.readAllBytes(path)).strip();
      if (text.chars().anyMatch(DocumentFile::isControl)) {
        throw new Unreadable("is neither a PDF nor a text: save it as one of them first");
      }
      if (text.isEmpty()) {
        throw new Unreadable("has nothing in it");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isControl(int letter) {
    return letter < ' ' && "\t\n\r\f".indexOf(letter) < 0;
  }

  private static String decoded(byte[] bytes) {
    int from = Arrays.mismatch(bytes, UTF8_MARK) == UTF8_MARK.length ? UTF8_MARK.length : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException otherwise) {
      return new String(bytes, OLDER);
    }
  }

  private static Path made() {
    try {
      return Files.createTempFile("document-", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RequestException refusal(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ContentLengthExceededException) {
        return new RequestException.TooLarge("A document has at most 10 MB.");
      }
    }
    return new RequestException.Malformed("The document did not come to its end.", List.of());
  }
}

package io.frontdesk.knowledge;

import io.frontdesk.web.CleanText;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Has the text of a PDF read by [PdfText], in a process that knows nothing of ours, may take so
/// much memory and time, and is ended where it takes more.
@Singleton
class PdfReader {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int AT_ONCE = 2;
  private static final int BEGINNING = 1_024;
  private static final String MEMORY = "-Xmx256m";

  /// More than a document may have is not read on.
  private static final int MOST_BYTES = 4 * KnowledgeEntry.LONGEST_TEXT;

  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration patience;

  PdfReader() {
    this(PATIENCE);
  }

  PdfReader(Duration patience) {
    this.patience = patience;
  }

  /// The text of a PDF.
  ///
  /// @throws RequestException.Rejected if it cannot be read, or has no text; says why at `/pdf`
  /// @throws RequestException.Busy if others are read at the moment: try again
  String text(byte[] pdf) {
    if (!looksLikeOne(pdf)) {
      throw broken();
    }
    if (!free.tryAcquire()) {
      throw new RequestException.Busy("Other PDFs are being read. Try again in a moment.");
    }
    try {
      String text = CleanText.of(read(pdf)).strip();
      if (text.isEmpty()) {
        throw rejected("has no text in it: it may be a scan. Type in what matters of it");
      }
      if (text.length() > KnowledgeEntry.LONGEST_TEXT) {
        throw tooLong();
      }
      return text;
    } finally {
      free.release();
    }
  }

  private String read(byte[] pdf) {
    try {
      Process process =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        return text(process, pdf);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new IllegalStateException("no process can be started that reads PDFs", e);
    }
  }

  private String text(Process process, byte[] pdf) {
    var fed = CompletableFuture.runAsync(() -> feed(process, pdf), threads);
    var said = threads.submit(() -> process.getInputStream().readNBytes(MOST_BYTES + 1));
    try {
      byte[] text = said.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (text.length > MOST_BYTES) {
        throw tooLong();
      }
      if (!process.waitFor(patience)) {
        throw tooSlow();
      }
      return switch (process.exitValue()) {
        case PdfText.FINE -> new String(text, StandardCharsets.UTF_8);
        case PdfText.LOCKED -> throw rejected("is locked: save it without a password first");
        case PdfText.TOO_MANY_PAGES ->
            throw rejected("has more than %d pages".formatted(PdfText.MOST_PAGES));
        default -> throw broken();
      };
    } catch (TimeoutException e) {
      throw tooSlow();
    } catch (ExecutionException e) {
      throw broken();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException.Busy("The service is about to stop. Try again in a moment.");
    } finally {
      fed.cancel(true);
    }
  }

  /// Who does not read on has seen enough.
  private static void feed(Process process, byte[] pdf) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(pdf);
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        MEMORY,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        classPath(),
        PdfText.class.getName());
  }

  /// What the program needs and nothing else: in one archive if the service is, else in some.
  private static String classPath() {
    return Stream.of(
            PdfText.class,
            PDDocument.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class)
        .map(PdfReader::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether it has the mark of a PDF near its beginning, as readers of PDFs expect it.
  private static boolean looksLikeOne(byte[] pdf) {
    return new String(pdf, 0, Math.min(pdf.length, BEGINNING), StandardCharsets.ISO_8859_1)
        .contains("%PDF-");
  }

  private static RequestException broken() {
    return rejected("cannot be read: it is no PDF, or a broken one");
  }

  private static RequestException tooLong() {
    return rejected(
        "has more than %d letters: take out what matters".formatted(KnowledgeEntry.LONGEST_TEXT));
  }

  private static RequestException tooSlow() {
    return rejected("takes too long to read: save it anew, or type in what matters of it");
  }

  private static RequestException rejected(String why) {
    return new RequestException.Rejected("/pdf", why);
  }
}

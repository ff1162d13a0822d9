package io.frontdesk.knowledge;

import io.frontdesk.web.CleanText;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  /// How long one waits for those before.
  private static final Duration TURN = Duration.ofSeconds(30);
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
  /// @throws Unreadable if it cannot be read, or has no text; says why
  /// @throws RequestException.Busy if others are read for long: try again
  String text(DocumentFile pdf) {
    if (!pdf.looksLikePdf()) {
      throw broken();
    }
    awaitTurn();
    try {
      String text = CleanText.of(read(pdf.path())).strip();
      if (text.isEmpty()) {
        throw new Unreadable("has no text in it: it may be a scan. Type in what matters of it");
      }
      return text;
    } finally {
      free.release();
    }
  }

  private void awaitTurn() {
    try {
      if (!free.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RequestException.Busy("Other PDFs are being read. Try again in a moment.");
      }
    } catch (InterruptedException e) {
      throw stopping();
    }
  }

  private String read(Path pdf) {
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectInput(pdf.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return text(process);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new IllegalStateException("no process can be started that reads PDFs", e);
    }
  }

  private String text(Process process) {
    var said = threads.submit(() -> process.getInputStream().readNBytes(MOST_BYTES + 1));
    try {
      byte[] text = said.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (text.length > MOST_BYTES) {
        throw Unreadable.tooLong();
      }
      if (!process.waitFor(patience)) {
        throw tooSlow();
      }
      return switch (process.exitValue()) {
        case PdfText.FINE -> new String(text, StandardCharsets.UTF_8);
        case PdfText.LOCKED -> throw new Unreadable("is locked: save it without a password first");
        case PdfText.TOO_MANY_PAGES ->
            throw new Unreadable("has more than %d pages".formatted(PdfText.MOST_PAGES));
        default -> throw broken();
      };
    } catch (TimeoutException e) {
      throw tooSlow();
    } catch (ExecutionException e) {
      throw broken();
    } catch (InterruptedException e) {
      throw stopping();
    }
  }

  private static RequestException stopping() {
    Thread.currentThread().interrupt();
    return new RequestException.Busy("The service is about to stop. Try again in a moment.");
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

  private static Unreadable broken() {
    return new Unreadable("cannot be read: it is no PDF, or a broken one");
  }

  private static Unreadable tooSlow() {
    return new Unreadable("takes too long to read: save it anew, or type in what matters of it");
  }
}

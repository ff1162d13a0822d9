package io.frontdesk.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The door of a mail server that is spoken to over TLS alone: from the first byte on, or after a
/// plain greeting that offers STARTTLS. What is said inside goes to a plain server behind it.
/// Source: https://www.rfc-editor.org/rfc/rfc3207
public final class TlsMailServer implements AutoCloseable {
  private final ServerSocket door;
  private final SSLContext certificate;
  private final boolean greets;
  private final int behind;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger encrypted = new AtomicInteger();

  /// @param greets whether TLS begins after a greeting
  /// @param behind the port of a plain server on this machine
  public TlsMailServer(Certificate certificate, boolean greets, int behind) {
    this.certificate = certificate.server();
    this.greets = greets;
    this.behind = behind;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(this::open);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// How many conversations were encrypted.
  public int encrypted() {
    return encrypted.get();
  }

  private Void open() throws IOException {
    while (true) {
      Socket guest = door.accept();
      threads.submit(() -> serve(guest));
    }
  }

  private Void serve(Socket guest) throws IOException {
    try (guest) {
      if (greets && !isAskedForTls(guest)) {
        return null;
      }
      var inside =
          (SSLSocket) certificate.getSocketFactory().createSocket(guest, "", guest.getPort(), true);
      inside.setUseClientMode(false);
      inside.startHandshake();
      encrypted.incrementAndGet();
      try (inside;
          var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
        if (greets) {
          // Whoever has been greeted is not greeted again.
          line(server.getInputStream());
        }
        var answers =
            threads.submit(() -> server.getInputStream().transferTo(inside.getOutputStream()));
        inside.getInputStream().transferTo(server.getOutputStream());
        server.shutdownOutput();
        answers.cancel(false);
      }
    }
    return null;
  }

  private static boolean isAskedForTls(Socket guest) throws IOException {
    var out = guest.getOutputStream();
    out.write("220 mail.example.com\r\n".getBytes(US_ASCII));
    var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), US_ASCII), 1);
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      String word = said.toUpperCase(Locale.ROOT);
      String answer =
          word.startsWith("EHLO")
              ? "250-mail.example.com\r\n250 STARTTLS\r\n"
              : word.equals("STARTTLS") ? "220 Go ahead\r\n" : "530 Say STARTTLS first\r\n";
      out.write(answer.getBytes(US_ASCII));
      if (word.equals("STARTTLS")) {
        return true;
      }
    }
    return false;
  }

  private static void line(InputStream in) throws IOException {
    int read = in.read();
    while (read >= 0 && read != '\n') {
      read = in.read();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}

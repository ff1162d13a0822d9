package io.frontdesk.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/// A connection to the service, byte by byte: for what no HTTP client would send.
public final class RawConnection implements AutoCloseable {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  public static RawConnection to(RunningService service) {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), service.url().getPort());
      socket.setSoTimeout((int) LONGEST_SILENCE.toMillis());
      socket.setTcpNoDelay(true);
      return new RawConnection(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return whether the other side still takes it
  public boolean send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /// What comes until so many bytes have come, or the other side closes.
  public String read(int bytes) {
    try {
      return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What comes until the other side closes.
  public String readAll() {
    return read(Integer.MAX_VALUE);
  }

  /// What comes until `end` has come, or the other side closes.
  public String readUntil(String end) {
    var read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      String next = read(1);
      if (next.isEmpty()) {
        break;
      }
      read.append(next);
    }
    return read.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

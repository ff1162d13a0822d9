package io.frontdesk.voice.murmur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A model that murmurs: on calls it says what a test has it say; greetings it records by itself.
public final class MurmurModel implements AutoCloseable {
  private final ServerSocket server;
  private final List<Talk> calls = new CopyOnWriteArrayList<>();

  public MurmurModel() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// The session of the first call; waits for it.
  public Talk call() {
    return await().until(() -> calls, found -> !found.isEmpty()).getFirst();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Talk talk = new Talk(server.accept());
        Thread.ofVirtual().start(talk::listen);
      }
    } catch (IOException closed) {
      // nobody else will come
    }
  }

  /// One session.
  public final class Talk {
    private final Socket socket;
    private final PrintWriter out;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Talk(Socket socket) throws IOException {
      this.socket = socket;
      out = new PrintWriter(socket.getOutputStream(), true, UTF_8);
    }

    /// Tells the bridge something.
    public void says(String line) {
      out.print(line + "\n");
      out.flush();
    }

    /// All lines of this verb so far.
    public List<String> heard(String verb) {
      return heard.stream().filter(line -> line.startsWith(verb + " ")).toList();
    }

    /// The first line of this verb, by its words; waits for it.
    public List<String> awaits(String verb) {
      String line = await().until(() -> heard(verb), lines -> !lines.isEmpty()).getFirst();
      return List.of(line.split(" ", -1));
    }

    private void listen() {
      says("hello");
      try (socket;
          var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
        in.lines().forEach(this::take);
      } catch (IOException | UncheckedIOException gone) {
        // the call is over
      }
    }

    private void take(String line) {
      heard.add(line);
      if (line.startsWith("start ")) {
        boolean reading = MurmurSession.text(line.split(" ", -1)[1]).contains("word for word");
        if (!reading) {
          calls.add(this);
        }
        says("ready");
      } else if (line.startsWith("speak ") && !calls.contains(this)) {
        says("answer r0 -");
        says("sound r0 i0 " + MurmurSession.coded("g".repeat(8000)));
        says("done r0");
      }
    }
  }
}

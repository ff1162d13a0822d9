package io.frontdesk.sandbox.wire;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One open WebSocket, seen from either end. Safe to use from any thread; timers and tasks run on
/// the connection's event loop, where its handler is called too.
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline
public final class Socket {
  /// How long the other side may take to answer our close frame.
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /// What Netty says of a channel that has no buffer any more.
  private static final long NOTHING_CAN_BE_SENT = Long.MAX_VALUE;

  /// Something that will run later.
  @FunctionalInterface
  public interface Timer {
    /// Keeps it from running, if it has not begun.
    void cancel();
  }

  private final Channel channel;
  private volatile boolean closing;

  Socket(Channel channel) {
    this.channel = channel;
  }

  /// Sends a text message; silently nothing once the socket is closed or closing.
  public void send(String message) {
    if (!closing) {
      channel.writeAndFlush(new TextWebSocketFrame(message), channel.voidPromise());
    }
  }

  /// Whether the other side keeps up: false while more than a few dozen kilobytes wait to be sent.
  /// Nothing waits to be sent on a socket that is being closed; Netty calls it not writable.
  public boolean keepsUp() {
    long tooMuch = channel.bytesBeforeWritable();
    return tooMuch == 0 || tooMuch == NOTHING_CAN_BE_SENT;
  }

  /// Whether messages can still be sent.
  public boolean isOpen() {
    return !closing && channel.isActive();
  }

  /// Closes with a close frame, and without one if the other side does not answer it within 2 s.
  /// What was sent before still arrives.
  public void close(int code, String reason) {
    channel
        .eventLoop()
        .execute(
            () -> {
              if (!closing) {
                closing = true;
                channel.writeAndFlush(new CloseWebSocketFrame(code, reason), channel.voidPromise());
                channel
                    .eventLoop()
                    .schedule(() -> channel.close(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
              }
            });
  }

  /// Cuts the line without a word, as a crash would.
  public void abort() {
    closing = true;
    channel.close();
  }

  /// Runs the task on the event loop as soon as it is free.
  public void execute(Runnable task) {
    channel.eventLoop().execute(task);
  }

  /// Runs the task on the event loop after a while; it may be cancelled.
  public Timer after(Duration delay, Runnable task) {
    var timer = channel.eventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  void closing() {
    closing = true;
  }
}

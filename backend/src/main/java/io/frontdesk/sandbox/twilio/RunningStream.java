package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import io.frontdesk.sandbox.wire.Socket;
import io.frontdesk.sandbox.wire.SocketHandler;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A media stream while its verb lasts: from before the handshake until it is over, with its status
/// callbacks. Safe for many threads.
final class RunningStream implements MediaStream.Events {
  private final CallFile file;
  private final PhoneLine line;
  private final Verb.Stream verb;
  private final @Nullable String statusCallback;
  private final String sid = Sid.of("MZ");
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private @Nullable MediaStream stream;
  private boolean stopped;

  /// A stream still to be opened.
  ///
  /// @param statusCallback absolute; null if nobody wants to be told
  RunningStream(CallFile file, PhoneLine line, Verb.Stream verb, @Nullable String statusCallback) {
    this.file = file;
    this.line = line;
    this.verb = verb;
    this.statusCallback = statusCallback;
  }

  /// Done when the server or a fault has ended the stream.
  CompletableFuture<Void> over() {
    return over;
  }

  /// Takes the socket over; drops it if the call has gone on meanwhile.
  synchronized SocketHandler open(Socket socket) {
    var call = file.call();
    var opened =
        new MediaStream(
            socket,
            new StreamMessages(sid, call.sid(), call.accountSid()),
            verb.parameters(),
            line.playback(),
            file.log().frames(),
            this);
    if (stopped) {
      socket.abort();
      opened.stop();
    } else {
      stream = opened;
      line.attach(opened);
    }
    return opened;
  }

  /// Ends the stream from Twilio's side, if it is not over.
  void stop() {
    MediaStream open;
    synchronized (this) {
      stopped = true;
      open = stream;
    }
    if (open != null) {
      open.stop();
    }
    line.detach();
    file.log().streamEnded(new Warning(0, "the call left the stream"));
    if (open != null && !over.isDone()) {
      tell("stream-stopped", "");
    }
  }

  /// Breaks the stream without a word, as a crash would.
  void cut() {
    MediaStream open;
    synchronized (this) {
      stopped = true;
      open = stream;
    }
    if (open != null) {
      open.cut();
    }
    line.detach();
  }

  @Override
  public void started() {
    file.log().streamStarted(sid, verb.url());
    tell("stream-started", "");
  }

  @Override
  public void ended(Warning why) {
    file.warn(why);
    file.log().streamEnded(why);
    if (over.complete(null)) {
      var closedByServer = why.code() == 31921;
      tell(closedByServer ? "stream-stopped" : "stream-error", closedByServer ? "" : why.message());
    }
  }

  @Override
  public void cleared(long unheard, long frames) {
    file.log().cleared(unheard, frames);
  }

  @Override
  public void warned(Warning warning) {
    file.warn(warning);
  }

  private void tell(String event, String error) {
    if (statusCallback == null) {
      return;
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("AccountSid", file.call().accountSid());
    fields.put("CallSid", file.call().sid());
    fields.put("StreamSid", sid);
    fields.put("StreamName", verb.name() == null ? sid : verb.name());
    fields.put("StreamEvent", event);
    if (!error.isEmpty()) {
      fields.put("StreamError", error);
    }
    fields.put("Timestamp", Instant.now().toString());
    file.tell(new Question("stream_status", statusCallback, verb.statusCallbackMethod(), fields));
  }
}

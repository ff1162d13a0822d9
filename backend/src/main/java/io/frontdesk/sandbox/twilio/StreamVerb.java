package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.wire.HandshakeRefused;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Connects a call to a media stream and stays until the stream is over.
final class StreamVerb {
  private final Here here;

  StreamVerb(Here here) {
    this.here = here;
  }

  /// Runs the stream to its end, whoever ends it.
  ///
  /// @param base what a relative status callback is resolved against
  /// @throws Overruled if the call goes elsewhere or is over; the server is told so
  void run(Verb.Stream stream, @Nullable String base) throws Overruled {
    var url = URI.create(stream.url());
    var refusal = here.network().reach().refusal(url);
    if (refusal.isPresent()) {
      here.file().warn(new Warning(31901, refusal.get()));
      return;
    }
    var running = new RunningStream(here.file(), here.line(), stream, statusCallback(stream, base));
    var opening =
        here.network()
            .sockets()
            .connect(url, headers(stream.url()), here.network().handshakes(), running::open);
    try {
      here.orders().await(opening);
      here.orders().await(running.over());
      running.stop();
    } catch (CompletionException failed) {
      running.ended(refused(failed.getCause() == null ? failed : failed.getCause()));
      running.stop();
    } catch (Overruled overruled) {
      if (overruled.order() instanceof Orders.Unplug) {
        running.cut();
      } else {
        running.stop();
      }
      throw overruled;
    }
  }

  private @Nullable String statusCallback(Verb.Stream stream, @Nullable String base) {
    var callback = stream.statusCallback();
    if (callback == null) {
      return null;
    }
    try {
      return Verbs.resolve(base, callback);
    } catch (CallFault fault) {
      here.file().warn(fault.warning());
      return null;
    }
  }

  private Map<String, String> headers(String url) {
    return Map.of(
        "x-twilio-signature",
        Signature.of(here.account().authToken(), url, Map.of()),
        "User-Agent",
        "Twilio.TmeWs/1.0");
  }

  private static Warning refused(Throwable cause) {
    return switch (cause) {
      case HandshakeRefused refused ->
          new Warning(31920, "Stream - WebSocket - Handshake Error: " + refused.getMessage());
      case SSLException tls -> new Warning(31910, "Stream - TLS: " + tls.getMessage());
      case TimeoutException late -> new Warning(31901, "Stream - WebSocket - Connection Timeout");
      default -> new Warning(31901, "Stream - WebSocket - no connection: " + cause.getMessage());
    };
  }
}

package io.frontdesk.voice;

import io.frontdesk.twilio.Signatures;
import io.frontdesk.web.RequestException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/// Lets a media stream in before its handshake is answered: signed by the account whose call it is,
/// and with a token that nobody has used. Whoever is refused reaches no model.
@ServerFilter(FrontDoor.STREAM_PATH + "*")
class StreamGuard {
  static final String PREPARED = "frontdesk.prepared-call";

  private final MediaTokens tokens;
  private final Signatures signatures;
  private final Preparation preparation;

  StreamGuard(MediaTokens tokens, Signatures signatures, Preparation preparation) {
    this.tokens = tokens;
    this.signatures = signatures;
    this.preparation = preparation;
  }

  /// @throws RequestException.Forbidden if the stream is not let in
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    MediaTokens.Stream stream = tokens.find(token).orElseThrow(StreamGuard::no);
    if (!signatures.isHandshakeSigned(stream.tenant(), request, path) || !tokens.consume(token)) {
      throw no();
    }
    request.setAttribute(PREPARED, preparation.prepare(stream.tenant(), stream.callId()));
    EarlyFrames.keep(request);
  }

  private static RequestException.Forbidden no() {
    return new RequestException.Forbidden("This stream is not expected.");
  }
}

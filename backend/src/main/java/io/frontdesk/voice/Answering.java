package io.frontdesk.voice;

import io.frontdesk.call.Engine;
import io.frontdesk.twilio.Signatures;
import io.frontdesk.twilio.TwilioForm;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what Twilio asks about a call. What is not signed is refused; what is, is never answered
/// with an error, for a caller is listening: where one engine fails, the next one down goes on.
@Singleton
public class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private final Signatures signatures;
  private final StepDown stepDown;
  private final Apologies apologies;

  Answering(Signatures signatures, StepDown stepDown, Apologies apologies) {
    this.signatures = signatures;
    this.stepDown = stepDown;
    this.apologies = apologies;
  }

  /// What Twilio says.
  ///
  /// @param body the form as it came
  /// @throws io.frontdesk.web.RequestException if Twilio has not signed it
  public TwilioRequest verified(HttpRequest<?> request, @Nullable String body) {
    return signatures.verify(request, TwilioForm.parse(body == null ? "" : body));
  }

  /// Answers with the TwiML that `how` finds, or with what does in its place.
  ///
  /// @param how may throw
  HttpResponse<String> answer(TwilioRequest request, Function<TwilioRequest, String> how) {
    return answer(request, Optional.empty(), how);
  }

  /// The same for an engine: if it fails, and nobody has taken the call over yet, the next one
  /// does.
  public HttpResponse<String> answer(
      TwilioRequest request, Engine engine, Function<TwilioRequest, String> how) {
    return answer(request, Optional.of(engine), how);
  }

  private HttpResponse<String> answer(
      TwilioRequest request, Optional<Engine> engine, Function<TwilioRequest, String> how) {
    String twiml;
    try {
      twiml = how.apply(request);
    } catch (RuntimeException e) {
      LOG.error("Could not answer call {}", request.callSid().orElse("?"), e);
      twiml = next(request, engine).orElseGet(() -> apologies.sorry(request));
    }
    return HttpResponse.ok(twiml).contentType(Twiml.CONTENT_TYPE);
  }

  private Optional<String> next(TwilioRequest request, Optional<Engine> failed) {
    try {
      return stepDown.after(request, failed);
    } catch (RuntimeException e) {
      LOG.error("Nobody can go on with call {}", request.callSid().orElse("?"), e);
      return Optional.empty();
    }
  }
}

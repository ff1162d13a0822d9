package io.frontdesk.voice;

import io.frontdesk.call.Engine;
import io.frontdesk.database.Outage;
import io.frontdesk.twilio.Signatures;
import io.frontdesk.twilio.TwilioForm;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what Twilio asks about a call. What is not signed is refused; what is, is never answered
/// with an error, for a caller is listening: where one engine fails, the next one down goes on;
/// while the database is away, the caller is asked to hold on.
@Singleton
public class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  /// For how much longer engines may work on an answer: they have a model asked.
  private static final Duration FOR_ENGINES = Duration.ofSeconds(5);

  private final Signatures signatures;
  private final StepDown stepDown;
  private final Apologies apologies;
  private final Meantime meantime;
  private final Unfinished unfinished;
  private final Duration patience;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param patience for how long Twilio is kept waiting: less than the four seconds that it waits
  Answering(
      Signatures signatures,
      StepDown stepDown,
      Apologies apologies,
      Meantime meantime,
      Unfinished unfinished,
      @Property(name = "voice.patience.answer", defaultValue = "3s") Duration patience) {
    this.signatures = signatures;
    this.stepDown = stepDown;
    this.apologies = apologies;
    this.meantime = meantime;
    this.unfinished = unfinished;
    this.patience = patience;
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
  /// @param body the form as it came
  /// @param how may throw; must do once what is asked twice
  /// @throws io.frontdesk.web.RequestException if Twilio has not signed it
  HttpResponse<String> answer(
      HttpRequest<?> asked, @Nullable String body, Function<TwilioRequest, String> how) {
    return answer(asked, body, Optional.empty(), how);
  }

  /// The same for an engine: if it fails, and nobody has taken the call over yet, the next one
  /// does.
  public HttpResponse<String> answer(
      HttpRequest<?> asked,
      @Nullable String body,
      Engine engine,
      Function<TwilioRequest, String> how) {
    return answer(asked, body, Optional.of(engine), how);
  }

  private HttpResponse<String> answer(
      HttpRequest<?> asked,
      @Nullable String body,
      Optional<Engine> engine,
      Function<TwilioRequest, String> how) {
    long begun = System.nanoTime();
    TwilioRequest request = meantime.recalled(asked, verified(asked, body));
    var answer = CompletableFuture.supplyAsync(() -> find(request, engine, how), threads);
    unfinished.until(answer);
    // A voicemail asks no model, and its address is one that is asked again after a few seconds.
    boolean hasty = engine.isEmpty() || engine.get() == Engine.VOICEMAIL;
    String twiml =
        awaits(answer, begun, hasty ? patience : patience.plus(FOR_ENGINES), request)
            .or(() -> meantime.holdOn(asked, request, hasty))
            .orElseGet(() -> apologies.sorry(request));
    return HttpResponse.ok(twiml).contentType(Twiml.CONTENT_TYPE);
  }

  /// @param begun when Twilio asked, by [System#nanoTime]: who has signed takes its time, too
  /// @return empty if the database is away, or whatever else it is takes too long
  private static Optional<String> awaits(
      CompletableFuture<String> answer, long begun, Duration patience, TwilioRequest request) {
    try {
      long left = patience.toNanos() - (System.nanoTime() - begun);
      return Optional.of(answer.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("Call {} holds on: {}", request.callSid().orElse("?"), e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// @throws RuntimeException if the database is away
  private String find(
      TwilioRequest request, Optional<Engine> engine, Function<TwilioRequest, String> how) {
    try {
      return how.apply(request);
    } catch (RuntimeException e) {
      if (Outage.caused(e)) {
        throw e;
      }
      LOG.error("Could not answer call {}", request.callSid().orElse("?"), e);
      return next(request, engine).orElseGet(() -> apologies.sorry(request));
    }
  }

  private Optional<String> next(TwilioRequest request, Optional<Engine> failed) {
    try {
      return stepDown.after(request, failed);
    } catch (RuntimeException e) {
      if (Outage.caused(e)) {
        throw e;
      }
      LOG.error("Nobody can go on with call {}", request.callSid().orElse("?"), e);
      return Optional.empty();
    }
  }
}

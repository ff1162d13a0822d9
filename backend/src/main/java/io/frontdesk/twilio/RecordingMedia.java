package io.frontdesk.twilio;

import io.frontdesk.tenancy.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fetches the sound of recordings, which may be long: it is handed on as it comes. Twilio's own
/// address is asked with the account's token; where that sends us elsewhere, we go without it.
/// Source: https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
@Singleton
public class RecordingMedia {
  private static final String OFFICIAL = "https://api.twilio.com";
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  /// An hour of two channels is 115 MB.
  private static final Duration ARRIVE_WITHIN = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();
  private final TwilioAccounts accounts;
  private final String server;

  RecordingMedia(TwilioAccounts accounts, TwilioConfiguration configuration) {
    this.accounts = accounts;
    URI other = configuration.apiUrl();
    this.server = other == null ? OFFICIAL : other.toString().replaceAll("/+$", "");
  }

  /// Takes sound as it comes.
  @FunctionalInterface
  public interface Sink {
    /// @param bytes the next ones
    /// @throws IOException if no more is wanted
    void take(byte[] bytes) throws IOException;
  }

  /// It did not come, or not as a recording does.
  public static final class NotFetched extends RuntimeException {
    private final boolean gone;

    NotFetched(String why, boolean gone, @Nullable Throwable cause) {
      super(why, cause);
      this.gone = gone;
    }

    /// Whether Twilio has no such recording.
    public boolean isGone() {
      return gone;
    }
  }

  /// The recording as a WAVE file.
  void fetch(TenantId tenant, String sid, int channels, Sink into) {
    TwilioAccounts.Known account = accounts.of(tenant);
    String credentials = account.sid() + ":" + account.authToken();
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "%s/2010-04-01/Accounts/%s/Recordings/%s.wav?RequestedChannels=%d"
                        .formatted(server, account.sid(), sid, channels)))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    HttpResponse<Void> answer = send(request.build(), into);
    if (answer.statusCode() / 100 == 3) {
      answer = send(HttpRequest.newBuilder(elsewhere(answer)).build(), into);
    }
    if (answer.statusCode() != 200) {
      boolean gone = answer.statusCode() == 404 || answer.statusCode() == 410;
      throw new NotFetched("Twilio answered " + answer.statusCode(), gone, null);
    }
  }

  private static URI elsewhere(HttpResponse<?> answer) {
    URI place = answer.uri().resolve(answer.headers().firstValue("Location").orElse(""));
    if (!"https".equals(place.getScheme())) {
      throw new NotFetched("Twilio sent us to " + place.getScheme(), false, null);
    }
    return place;
  }

  private HttpResponse<Void> send(HttpRequest request, Sink into) {
    var coming =
        http.sendAsync(
            request,
            info ->
                info.statusCode() == 200
                    ? BodyHandlers.ofByteArrayConsumer(
                            piece ->
                                piece.ifPresent(
                                    bytes -> {
                                      try {
                                        into.take(bytes);
                                      } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                      }
                                    }))
                        .apply(info)
                    : HttpResponse.BodySubscribers.discarding());
    try {
      return coming.get(ARRIVE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new NotFetched("the recording did not come: " + e.getCause(), false, e.getCause());
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new NotFetched("the recording did not come in time", false, e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotFetched("interrupted", false, e);
    }
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}

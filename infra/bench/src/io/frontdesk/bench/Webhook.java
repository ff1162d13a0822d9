package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Asks what a call shall be answered, as Twilio does.
/// Source: https://www.twilio.com/docs/usage/security#validating-requests
final class Webhook {
  /// Twilio's own.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Pattern STREAM = Pattern.compile("<Stream[^>]* url=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;

  Webhook(URI url) {
    this.url = url;
  }

  /// What was answered.
  ///
  /// @param stream where the call's stream shall go
  /// @param nanos how long the answer took
  record Answer(URI stream, long nanos) {}

  CompletableFuture<Answer> ring(Line line, String callSid, String from) {
    long asked = System.nanoTime();
    return http.sendAsync(request(url, line, callSid, from, "ringing"), BodyHandlers.ofString())
        .thenApply(answer -> new Answer(stream(answer.statusCode(), answer.body()), since(asked)));
  }

  /// Tells that a call is over.
  void completed(Line line, String callSid, String from) {
    var _ =
        http.sendAsync(
            request(url.resolve("call-status"), line, callSid, from, "completed"),
            BodyHandlers.discarding());
  }

  private static HttpRequest request(
      URI url, Line line, String callSid, String from, String status) {
    SortedMap<String, String> fields = new TreeMap<>();
    fields.put("AccountSid", line.account());
    fields.put("CallSid", callSid);
    fields.put("CallStatus", status);
    fields.put("Direction", "inbound");
    fields.put("From", from);
    fields.put("To", line.number());
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    String signed =
        fields.entrySet().stream()
            .map(f -> f.getKey() + f.getValue())
            .collect(Collectors.joining("", url.toString(), ""));
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", signature(line.token(), signed))
        .timeout(PATIENCE)
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  static String signature(String token, String data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long since(long then) {
    return System.nanoTime() - then;
  }

  private static URI stream(int status, String twiml) {
    Matcher stream = STREAM.matcher(twiml);
    if (!stream.find()) {
      throw new IllegalStateException("no stream, but " + status + ": " + twiml);
    }
    return URI.create(stream.group(1));
  }
}

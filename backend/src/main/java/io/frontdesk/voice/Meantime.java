package io.frontdesk.voice;

import io.frontdesk.secrets.SealedLinks;
import io.frontdesk.twilio.TwilioRequest;
import io.frontdesk.twilio.Twiml;
import io.frontdesk.twilio.WebhookUrls;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a caller is told who must wait for the database: to hold on; and then the same is asked
/// again, of whichever node. What the caller has said comes along in the address, sealed, because
/// Twilio tells it once.
@Singleton
class Meantime {
  private static final String SINCE = "since";
  private static final String SAID = "said";
  private static final String PURPOSE = "meantime";

  /// Longer than a database takes to start again, or to move. Then the caller hears an apology.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Duration WAIT = Duration.ofSeconds(3);

  /// What a caller did, and what became of ringing somebody for them.
  private static final List<String> DEEDS =
      List.of(
          "SpeechResult",
          "Digits",
          "RecordingSid",
          "RecordingDuration",
          "DialCallStatus",
          "DialBridged");

  /// The address must not be longer than servers take.
  private static final int MOST_BYTES = 2000;

  private final Apologies words;
  private final SealedLinks links;
  private final WebhookUrls urls;
  private final Clock clock;

  Meantime(Apologies words, SealedLinks links, WebhookUrls urls, Clock clock) {
    this.words = words;
    this.links = links;
    this.urls = urls;
    this.clock = clock;
  }

  /// This request with what the caller did when it was asked first.
  TwilioRequest recalled(HttpRequest<?> asked, TwilioRequest request) {
    return parameter(asked, SAID)
        .flatMap(kept -> links.open(PURPOSE, kept))
        .filter(link -> request.tenant().filter(link.tenant()::equals).isPresent())
        .map(link -> request.after(read(link.subject())))
        .orElse(request);
  }

  /// Has the caller hold on.
  ///
  /// @param request as [#recalled]
  /// @param hasty whether the address is one that is asked again after a few seconds
  /// @return TwiML; empty if that has taken too long
  Optional<String> holdOn(HttpRequest<?> asked, TwilioRequest request, boolean hasty) {
    Instant now = clock.instant();
    Instant since = since(asked).orElse(now);
    if (since.plus(LONGEST).isBefore(now)) {
      return Optional.empty();
    }
    DoorWords said = words.of(request);
    String again = asked.getPath() + query(asked, request, since, now);
    URI next = hasty ? urls.ofWebhook(again) : urls.of(again);
    return Optional.of(Twiml.waitAndRedirect(said.oneMoment(), said.language(), WAIT, 1, next));
  }

  private static Optional<Instant> since(HttpRequest<?> asked) {
    return parameter(asked, SINCE)
        .filter(text -> text.matches("\\d{1,11}"))
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
  }

  private String query(HttpRequest<?> asked, TwilioRequest request, Instant since, Instant now) {
    var kept = Stream.of(OwnParameters.pair(SINCE, "" + since.getEpochSecond()));
    var said = said(request, now.plus(LONGEST)).stream().map(it -> OwnParameters.pair(SAID, it));
    return OwnParameters.with(asked, Set.of(SINCE, SAID), Stream.concat(kept, said));
  }

  private Optional<String> said(TwilioRequest request, Instant until) {
    String did =
        DEEDS.stream()
            .flatMap(deed -> request.field(deed).map(value -> deed + "=" + line(value)).stream())
            .collect(Collectors.joining("\n"));
    return request
        .tenant()
        .filter(_ -> !did.isEmpty())
        .map(tenant -> links.seal(PURPOSE, tenant, did, until));
  }

  private static String line(String text) {
    String line = text.strip().replaceAll("\\R", " ");
    while (line.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      int letters = line.codePointCount(0, line.length());
      line = line.substring(0, line.offsetByCodePoints(0, letters - 1 - letters / 10));
    }
    return line;
  }

  private static Map<String, String> read(String said) {
    return said.lines()
        .map(line -> line.split("=", 2))
        .filter(line -> line.length == 2)
        .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, _) -> first));
  }

  private static Optional<String> parameter(HttpRequest<?> asked, String name) {
    return Optional.ofNullable(asked.getParameters().get(name));
  }
}

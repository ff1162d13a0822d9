package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.frontdesk.sandbox.twilio.WebhookRun.Answered;
import io.frontdesk.sandbox.twilio.WebhookRun.Attempt;
import io.frontdesk.sandbox.twilio.WebhookRun.Failed;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import io.frontdesk.sandbox.wire.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final Map<String, String> FORM = Map.of("CallSid", "CA1", "Body", "a b&c=d é+");
  /// Those who wait for one of them shorten it in the URL.
  private static final WebhookLimits LIMITS =
      new WebhookLimits(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final CountDownLatch never = new CountDownLatch(1);
  private final TestService service = new TestService();
  private final Webhooks webhooks = new Webhooks(LIMITS, new Reach(null), InstantSource.system());

  @AfterEach
  void stop() {
    never.countDown();
    webhooks.close();
    service.close();
  }

  @Test
  void postsASignedForm() {
    service.onTwiml("/voice", "");

    var run = ask("/voice?a=1#rc=2");

    assertThat(run.outcome()).isEqualTo(new Answered(200, "text/xml", "<Response></Response>"));
    var asked = service.asked.getFirst();
    assertThat(asked.form()).isEqualTo(FORM);
    assertThat(asked.url()).endsWith("/voice?a=1");
    assertThat(
            new RequestValidator(TOKEN)
                .validate(asked.url(), asked.form(), asked.header("X-Twilio-Signature")))
        .isTrue();
  }

  @Test
  void getsWithTheFieldsInTheSignedQuery() {
    service.onTwiml("/voice", "");

    webhooks.ask(new Question("voice", service.uri("/voice?a=1").toString(), "GET", FORM), TOKEN);

    var asked = service.asked.getFirst();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.request().query("Body")).contains("a b&c=d é+");
    assertThat(
            new RequestValidator(TOKEN)
                .validate(asked.url(), Map.of(), asked.header("X-Twilio-Signature")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "500, '', 1",
    "500, '#rc=3', 1",
    "500, '#rp=5xx', 2",
    "500, '#rc=2&rp=5xx', 3",
    "404, '#rc=2&rp=5xx', 1",
    "404, '#rc=2&rp=4xx', 3",
    "500, '#rc=9&rp=all', 6",
    "500, '#rc=0&rp=all', 1",
    "302, '#rc=2&rp=all', 1",
  })
  void failuresAreRetriedAsTheUrlSays(int status, String overrides, int attempts) {
    service.on("/voice", asked -> Response.empty(status));

    var run = ask("/voice" + overrides);

    assertThat(run.outcome()).isEqualTo(new Failed(11200, "HTTP status " + status));
    assertThat(run.attempts()).hasSize(attempts).allMatch(a -> a.status() == status);
    assertThat(service.asked)
        .hasSize(attempts)
        .allMatch(asked -> asked.header("I-Twilio-Idempotency-Token").equals(run.token()));
  }

  @Test
  void aRetryMaySucceed() {
    service.on(
        "/voice", a -> a.number() == 0 ? Response.empty(503) : TestService.twiml("<Hangup/>"));

    assertThat(ask("/voice#rp=5xx").outcome()).isInstanceOf(Answered.class);
  }

  @Test
  void aSlowAnswerIsNoAnswerAndNotAskedAgain() {
    service.on("/voice", asked -> await());

    var run = ask("/voice#rt=300");

    assertThat(run.outcome()).isEqualTo(new Failed(11200, "no answer within 300 ms"));
    assertThat(run.attempts()).extracting(Attempt::problem).containsExactly("rt");
  }

  @Test
  void readTimeoutsAreRetriedWhenTheUrlSaysSo() {
    service.on("/voice", asked -> asked.number() == 0 ? await() : TestService.twiml(""));

    var run = ask("/voice#rt=1000&rp=rt");

    assertThat(run.outcome()).isInstanceOf(Answered.class);
    assertThat(run.attempts()).extracting(Attempt::problem).containsExactly("rt", "");
  }

  @Test
  void allAttemptsTogetherKeepTheTotalLimit() {
    service.on("/voice", asked -> await());

    var run = ask("/voice#rt=400&tt=500&rc=5&rp=all");

    assertThat(run.attempts()).as("six of 400 ms would fit in no 500").hasSizeBetween(1, 2);
  }

  @Test
  void aRefusedConnectionIsTriedOnceMore() {
    var gone = service.uri("/voice").toString();
    service.close();

    var run = webhooks.ask(new Question("voice", gone, "POST", FORM), TOKEN);

    assertThat(run.outcome()).isEqualTo(new Failed(11205, "no connection"));
    assertThat(run.attempts()).extracting(Attempt::problem).containsExactly("ct", "ct");
  }

  @Test
  void answersAreBounded() {
    service.on("/voice", asked -> Response.xml(200, "x".repeat(64 * 1024 + 1)));

    assertThat(ask("/voice").outcome())
        .isEqualTo(new Failed(11750, "the answer is longer than 64 kB"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://voice.example.com/voice, not voice.example.com",
    "http://127.0.0.1.example.com/voice, not 127.0.0.1.example.com",
    "http://10.0.0.1/voice, not 10.0.0.1",
    "http://[2001:db8::1]/voice, 'not [2001:db8::1]'",
  })
  void serversElsewhereAreNotAsked(String url, String reason) {
    var run = webhooks.ask(new Question("voice", url, "POST", FORM), TOKEN);

    assertThat(run.attempts()).isEmpty();
    assertThat(run.outcome())
        .isEqualTo(new Failed(11100, "the stand-in asks only servers on this machine, " + reason));
  }

  @Test
  void theConfiguredServerIsAsked() {
    var reach = new Reach(URI.create("https://voice.example.com"));

    assertThat(reach.refusal(URI.create("https://voice.example.com/voice"))).isEmpty();
    assertThat(reach.refusal(URI.create("wss://voice.example.com/media"))).isEmpty();
    assertThat(reach.refusal(URI.create("http://voice.example.com/voice"))).isPresent();
    assertThat(reach.refusal(URI.create("https://other.example.com/voice"))).isPresent();
    assertThat(reach.refusal(URI.create("http://[::1]:8080/voice"))).isEmpty();
    assertThat(reach.refusal(URI.create("http://localhost/voice"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'#ct=50', 100", "'#ct=99999', 10000", "'#ct=x', 1000", "'#ct=2000&sni=y', 2000"})
  void overridesAreKeptWithinTwiliosBounds(String overrides, long connectMillis) {
    var url = WebhookUrl.parse("https://a.example/voice" + overrides, LIMITS);

    assertThat(url.url()).isEqualTo("https://a.example/voice");
    assertThat(url.connect()).isEqualTo(Duration.ofMillis(connectMillis));
  }

  @Test
  void withoutOverridesTwiliosDefaultsHold() {
    var url = WebhookUrl.parse("https://a.example/voice", WebhookLimits.TWILIO);

    assertThat(url.read()).isEqualTo(Duration.ofSeconds(15));
    assertThat(url.total()).isEqualTo(Duration.ofSeconds(15));
    assertThat(url.retries()).isEqualTo(1);
    assertThat(url.policies()).containsExactly("ct");
  }

  private WebhookRun ask(String path) {
    return webhooks.ask(new Question("voice", service.uri("") + path, "POST", FORM), TOKEN);
  }

  private Response await() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Response.empty(200);
  }
}

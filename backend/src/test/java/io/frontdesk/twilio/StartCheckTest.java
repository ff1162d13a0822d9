package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What stops the start, and what does not.
class StartCheckTest {
  private static final String BASE = "https://voice.example.com";

  @Test
  void aLaptopNeedsNothing() {
    assertThatCode(start("local", null, null, null, null)).doesNotThrowAnyException();
    assertThatCode(start("local", "", " ", "", "")).as("set to nothing").doesNotThrowAnyException();
    assertThatCode(start("local", "AC1", "t", "http://127.0.0.1:9010", "http://localhost:8080/"))
        .doesNotThrowAnyException();
  }

  @Test
  void productionNeedsAnAccountAndAnAddressThatTwilioReaches() {
    assertThatCode(start("production", "AC1", "t", null, BASE)).doesNotThrowAnyException();
    assertRefused(start("production", null, null, null, BASE), "TWILIO_ACCOUNT_SID and");
    assertRefused(start("production", "AC1", "t", null, null), "set WEBHOOK_BASE_URL");
    assertRefused(start("production", "AC1", "t", null, "http://localhost:8080"), "WEBHOOK_BASE");
    assertRefused(start("production", "AC1", "t", "http://[::1]:9010", BASE), "TWILIO_API_URL");
  }

  @Test
  void halfAnAccountIsNone() {
    assertRefused(start("local", "AC1", null, null, null), "go together");
    assertRefused(start("local", null, "t", null, null), "go together");
    assertRefused(start("local", null, null, "http://127.0.0.1:1", null), "needs an account");
  }

  @Test
  void anAddressThatCannotBeAskedIsNamed() {
    for (String wrong :
        new String[] {
          "voice.example.com",
          "http://voice.example.com",
          "ftp://voice.example.com",
          "https://voice.example.com/?a=b",
          "https://u:p@voice.example.com",
          "https://voice example.com"
        }) {
      assertRefused(start("local", null, null, null, wrong), "WEBHOOK_BASE_URL is " + wrong);
    }
    assertRefused(
        start("local", "AC1", "t", "http://api.example.com", null),
        "TWILIO_API_URL is http://api.example.com");
  }

  @Test
  void onlyALoopbackAddressIsAStandIn() {
    assertThat(twilio("AC1", "t", "http://127.0.0.1:9010").isStandIn()).isTrue();
    assertThat(twilio("AC1", "t", "http://localhost:9010").isStandIn()).isTrue();
    assertThat(twilio("AC1", "t", "https://api.example.com").isStandIn()).isFalse();
    assertThat(twilio("AC1", "t", "https://127.0.0.1.example.com").isStandIn()).isFalse();
    assertThat(twilio("AC1", "t", null).isStandIn()).isFalse();
  }

  private static ThrowingCallable start(
      String mode,
      @Nullable String sid,
      @Nullable String token,
      @Nullable String api,
      @Nullable String base) {
    return () ->
        new StartCheck(
            twilio(sid, token, api), new WebhookUrls(base, SignaturesTest.UNASKED), mode);
  }

  private static TwilioConfiguration twilio(
      @Nullable String sid, @Nullable String token, @Nullable String api) {
    return new TwilioConfiguration(sid, token, api == null ? null : URI.create(api));
  }

  private static void assertRefused(ThrowingCallable start, String part) {
    assertThatThrownBy(start).isInstanceOf(ConfigurationException.class).hasMessageContaining(part);
  }
}

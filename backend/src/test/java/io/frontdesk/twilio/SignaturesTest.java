package io.frontdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.RunningService;
import io.frontdesk.web.RequestException;
import io.frontdesk.web.RequestException.Forbidden;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What is believed to come from Twilio, with signatures that Twilio's own library made.
class SignaturesTest {
  private static final String SID = "AC00000000000000000000000000000002";
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of(
              "twilio.account-sid",
              SID,
              "twilio.auth-token",
              "0123456789abcdef0123456789abcdef",
              "webhook.base-url",
              "https://voice.example.com/"));
  private static final String FIELDS =
      "AccountSid=AC00000000000000000000000000000002&ApiVersion=2010-04-01"
          + "&CallSid=CA00000000000000000000000000000001&CallStatus=ringing&CallerName="
          + "&Direction=inbound&From=%2B14155550100&To=%2B14155550199";
  private static final String PATH = "/twilio/t/acme/voice?v=1";
  private static final String SIGNATURE = "fYwy22Qug34DO9xO45BfGKZw58o=";

  private final Signatures signatures = SERVICE.bean(Signatures.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aRightSignatureGivesTheFields() {
    TwilioRequest request = signatures.verify(post(PATH, SIGNATURE), TwilioForm.parse(FIELDS));

    assertThat(request.callSid()).contains("CA00000000000000000000000000000001");
    assertThat(request.from().orElseThrow().value()).isEqualTo("+14155550100");
    assertThat(request.field("CallerName")).as("blank is missing").isEmpty();
    assertThat(request.tenant()).as("the platform's own account").isEmpty();
  }

  @Test
  void whatIsNotRightlySignedIsRefused() {
    for (var wrong :
        List.of(
            post(PATH, null),
            post(PATH, ""),
            post(PATH, "AAAA"),
            post("/twilio/t/acme/voice?v=2", SIGNATURE),
            post("/twilio/t/acme/voice", SIGNATURE))) {
      assertThatThrownBy(() -> signatures.verify(wrong, TwilioForm.parse(FIELDS)))
          .isInstanceOf(Forbidden.class);
    }
    for (String changed :
        List.of(
            FIELDS + "&Extra=1",
            FIELDS.replace("ringing", "busy"),
            FIELDS.replace("&CallerName=", ""),
            FIELDS.replace("000002&Api", "000003&Api"),
            "",
            "%zz=%")) {
      assertThatThrownBy(() -> signatures.verify(post(PATH, SIGNATURE), TwilioForm.parse(changed)))
          .as(changed)
          .isInstanceOf(RequestException.class);
    }
  }

  @Test
  void theHostThatTheRequestNamesDoesNotCount() {
    var request = post(PATH, SIGNATURE).header("Host", "evil.example");

    assertThat(signatures.verify(request, TwilioForm.parse(FIELDS)).accountSid()).isEqualTo(SID);
  }

  @Test
  void aPracticeCallsClockIsHonouredFromAStandInOnly() {
    var fields = Map.of("SandboxNow", "2026-11-24T21:30");

    assertThat(new TwilioRequest(SID, null, fields, true).sandboxNow())
        .hasValueSatisfying(now -> assertThat(now).hasToString("2026-11-24T21:30"));
    assertThat(new TwilioRequest(SID, null, fields, false).sandboxNow()).isEmpty();
    assertThat(new TwilioRequest(SID, null, Map.of("SandboxNow", "late"), true).sandboxNow())
        .isEmpty();
  }

  @Test
  void onlyALoopbackAddressIsAStandIn() {
    assertThat(configuration("http://127.0.0.1:9010").isStandIn()).isTrue();
    assertThat(configuration("http://localhost:9010").isStandIn()).isTrue();
    assertThat(configuration("https://api.example.com").isStandIn()).isFalse();
    assertThat(configuration(null).isStandIn()).isFalse();
  }

  private static TwilioConfiguration configuration(@Nullable String url) {
    return new TwilioConfiguration(SID, "token", url == null ? null : URI.create(url));
  }

  private static MutableHttpRequest<String> post(String path, @Nullable String signature) {
    var request = HttpRequest.POST(path, "");
    return signature == null ? request : request.header("X-Twilio-Signature", signature);
  }
}

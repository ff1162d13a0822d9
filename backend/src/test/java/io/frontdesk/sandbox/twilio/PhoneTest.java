package io.frontdesk.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import io.frontdesk.sandbox.audio.Voice;
import io.frontdesk.sandbox.caller.Scenario;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A stand-in with one number, a service that answers it, and somebody who calls.
abstract class PhoneTest {
  static final Voice VOICE = new Voice();
  static final String NUMBER = "+14155550100";
  static final Scenario SILENT =
      Scenario.script("silent", "Says nothing").atMost(Duration.ofSeconds(60)).end();

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path data;
  final List<Scenario> scenarios = new ArrayList<>(List.of(SILENT));
  final TestService service = new TestService();
  TwilioStandIn standIn;

  @BeforeEach
  void start() {
    standIn =
        TwilioStandIn.start(
            new TwilioStandIn.Settings(
                0, data, null, WebhookLimits.TWILIO, scenarios, VOICE, beat()));
  }

  /// As the shipped one, with less time to talk.
  static Scenario takesCalls() {
    return Scenario.script("takes_calls", "Presses a key to take the call")
        .hearing("press")
        .presses("1")
        .hearing("{anything}")
        .says("This is Sam. I will see to it.")
        .atMost(Duration.ofSeconds(16))
        .end();
  }

  /// How long 20 ms of sound take here.
  Duration beat() {
    return Duration.ofMillis(5);
  }

  @AfterEach
  void stop() {
    standIn.close();
    service.close();
  }

  /// Buys the number: `/voice` answers it, `/status` hears how calls ended.
  void buy(String voiceUrlSuffix) {
    IncomingPhoneNumber.creator(new PhoneNumber(NUMBER))
        .setVoiceUrl(service.uri("/voice" + voiceUrlSuffix))
        .setVoiceMethod(HttpMethod.POST)
        .setStatusCallback(service.uri("/status"))
        .create(TwilioSdk.master(standIn));
  }

  void buyWithFallback(String voiceUrlSuffix) {
    buy(voiceUrlSuffix);
    var number =
        IncomingPhoneNumber.reader().read(TwilioSdk.master(standIn)).iterator().next().getSid();
    IncomingPhoneNumber.updater(number)
        .setVoiceFallbackUrl(service.uri("/fallback"))
        .update(TwilioSdk.master(standIn));
  }

  /// Somebody calls the number; tells the call's SID.
  String call(String scenario) throws Exception {
    var body =
        "{\"account_sid\":\"%s\",\"scenario\":\"%s\",\"to\":\"%s\"}"
            .formatted(standIn.accountSid(), scenario, NUMBER);
    var answer = control("POST", "/sandbox/calls", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return MAPPER.readTree(answer.body()).path("call_sid").asText();
  }

  HttpResponse<String> control(String method, String path, String body)
      throws IOException, InterruptedException {
    var credentials = standIn.accountSid() + ":" + standIn.authToken();
    var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(standIn.uri().resolve(path))
            .header("Authorization", "Basic " + basic)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  JsonNode report(String callSid) throws Exception {
    return MAPPER.readTree(control("GET", "/sandbox/calls/" + callSid, "").body());
  }

  /// The report once the call is over and its status callback is sent.
  JsonNode reportAtTheEnd(String callSid) {
    await().atMost(Duration.ofMinutes(2)).until(() -> standIn.liveCalls() == 0);
    try {
      return report(callSid);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Integer> warnings(JsonNode report) {
    return report.path("warnings").findValues("code").stream().map(JsonNode::asInt).toList();
  }

  static List<String> words(JsonNode report, String speaker) {
    var words = new ArrayList<String>();
    for (var turn : report.path("turns")) {
      if (turn.path("speaker").asText().equals(speaker)) {
        words.add(turn.path("words").asText());
      }
    }
    return words;
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.testing.Api;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who answers a call first: the receptionist, or the phones of the business's people. Sam is rung
/// first, for 20 seconds, then Alex.
class AnswerModesTest {
  private static final String CALLER = "+12125550142";

  @RegisterExtension final HandCall call = new HandCall();
  private final HandPhone phone = call.phone();
  private final Api api = call.owner().api();

  @Test
  void theirPhonesRingOneAfterTheOtherForAsLongAsTheBusinessWants() {
    first("{'when': 'always', 'ring_s': 30}");

    String sam = rings();
    assertThat(sam).contains(">+12125550120</Number>", "timeout=\"20\"").doesNotContain("<Say");
    assertThat(rings()).as("asked again").isEqualTo(sam);
    String alex = ended(sam, "no-answer");
    assertThat(alex).contains(">+12125550121</Number>", "timeout=\"10\"");

    assertThat(ended(alex, "no-answer")).contains("<Redirect", "stream-ended");
    assertThat(transfer().path("asked_by").asText()).isEqualTo("rule");
    assertThat(transfer().path("result").asText()).isEqualTo("nobody");
  }

  @Test
  void theReceptionistAnswersAsAlwaysWhereNobodyDid() {
    String greeting = call.awaitsGreeting();
    first("{'when': 'always', 'ring_s': 10}");
    ended(rings(), "busy");

    try (var stream = phone.comesBack()) {
      stream.awaits("media");
      await()
          .until(
              () -> {
                stream.hearsEverything();
                return turns();
              },
              turns -> turns.findValuesAsText("text").contains(greeting));
      stream.hangsUp();
      assertThat(call.awaitsEnd().path("fallbacks")).isEmpty();
    }
    assertThat(api.get("/api/v1/messages").body().path("data")).as("no promise").isEmpty();
  }

  @Test
  void whoeverTakesTheCallHasTheCaller() {
    first("{'when': 'always', 'ring_s': 20}");
    String dial = rings();
    String whisper = asks(address(dial, "url"), leg(Map.of()));
    assertThat(whisper).contains("1 2 1 2 5 5 5 0 1 4 2", "Press 1");

    asks(address(whisper, "action"), leg(Map.of("Digits", "1")));
    assertThat(ended(dial, "completed", "true")).contains("<Hangup/>");
    phone.webhook("call-status", Map.of("CallStatus", "completed"));

    assertThat(call.awaitsEnd().path("outcome").asText()).isEqualTo("transferred");
    assertThat(api.get("/api/v1/stats/summary?period=7d").body().path("transfers").asInt())
        .as("nobody was handed over")
        .isZero();
  }

  @Test
  void whoeverDoesNotWaitForThemIsNotPromisedACallBack() {
    first("{'when': 'always', 'ring_s': 20}");
    String dial = rings();

    asks(
        address(dial, "action"),
        Map.of("DialCallStatus", "canceled", "DialBridged", "false", "CallStatus", "completed"));

    assertThat(transfer().path("result").asText()).isEqualTo("caller_hung_up");
    phone.webhook("call-status", Map.of("CallStatus", "completed"));
    assertThat(call.awaitsEnd().path("outcome").asText()).isEqualTo("missed");
    assertThat(api.get("/api/v1/messages").body().path("data")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'when': 'never', 'ring_s': 20}         | true  | <Stream",
        "{'when': 'opening_hours', 'ring_s': 20} | true  | <Dial",
        "{'when': 'opening_hours', 'ring_s': 20} | false | <Stream",
        "{'when': 'own_hours', 'ring_s': 20, 'hours': {}} | true | <Stream",
        "{'when': 'always', 'ring_s': 20}        | false | <Dial",
      },
      quoteCharacter = '`')
  void theyRingByTheBusinesssOwnClock(String staffFirst, boolean open, String answer) {
    String day = open ? "[{'opens': '00:00', 'closes': '00:00'}]" : "[]";
    api.patch("/api/v1/business", Rung.open(_ -> false).replace("[]", day));
    first(staffFirst);

    assertThat(rings()).contains(answer);
  }

  @Test
  void knownCallersArePutStraightThroughAtAnyHour() {
    assertThat(
            api.post(
                    "/api/v1/known-callers",
                    "{'number': '%s', 'treatment': 'straight_through', 'note': 'My mother'}"
                        .formatted(CALLER))
                .status())
        .isEqualTo(201);

    assertThat(rings()).contains(">+12125550120</Number>");
    assertThat(api.get("/api/v1/known-callers").body().at("/data/0/calls").asInt()).isEqualTo(1);
    try (var other = new HandPhone(HandMade.SERVICE, call.owner())) {
      assertThat(other.webhook("incoming", Map.of("From", "+12125550143")).body())
          .contains("<Stream");
    }
  }

  @Test
  void withNobodyToRingTheReceptionistAnswers() {
    HandTalk.change(call.owner(), "{'transfer_targets': []}");
    first("{'when': 'always', 'ring_s': 20}");

    assertThat(rings()).contains("<Stream");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'when': 'always', 'ring_s': 4}                    | /staff_first/ring_s",
        "{'when': 'always', 'ring_s': 61}                   | /staff_first/ring_s",
        "{'when': 'sometimes', 'ring_s': 20}                | /staff_first/when",
        "{'when': 'own_hours', 'ring_s': 20}                | /staff_first/hours",
      },
      quoteCharacter = '`')
  void whatMakesNoSenseIsPointedAt(String staffFirst, String pointer) {
    var answer = api.patch("/api/v1/business", "{'staff_first': %s}".formatted(staffFirst));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private void first(String staffFirst) {
    var set = api.patch("/api/v1/business", "{'staff_first': %s}".formatted(staffFirst));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
  }

  private String rings() {
    return asks("incoming", Map.of());
  }

  private String ended(String dial, String status) {
    return ended(dial, status, "false");
  }

  private String ended(String dial, String status, String bridged) {
    return asks(
        address(dial, "action"),
        Map.of("DialCallStatus", status, "DialBridged", bridged, "CallStatus", "in-progress"));
  }

  /// What is told of the call of whoever was rung.
  private Map<String, String> leg(Map<String, String> fields) {
    var more = new java.util.TreeMap<>(fields);
    more.put("CallSid", "CA" + "1".repeat(32));
    more.put("ParentCallSid", phone.callSid());
    more.put("To", "+12125550120");
    return more;
  }

  private String asks(String address, Map<String, String> fields) {
    var answer = phone.webhook(address, fields);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static String address(String twiml, String attribute) {
    Matcher found = Pattern.compile(attribute + "=\"[^\"]*/voice/([^\"#]*)[^\"]*\"").matcher(twiml);
    assertThat(found.find()).as(twiml).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  private JsonNode transfer() {
    return api.get(path() + "/transfers").body().at("/transfers/0");
  }

  private JsonNode turns() {
    return api.get(path() + "/transcript").body().path("turns");
  }

  private String path() {
    return "/api/v1/calls/" + call.record().get("id").asText();
  }
}

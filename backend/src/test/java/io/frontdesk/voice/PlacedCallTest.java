package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Admission;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.call.Errand;
import io.frontdesk.call.OutgoingCall;
import io.frontdesk.call.ScriptType;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Twilio asks and tells of calls that we have placed: in any order, however often, and
/// whatever is missing.
class PlacedCallTest {
  private static final RunningService SERVICE = HandMade.SERVICE;

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final HandPhone phone = new HandPhone(SERVICE, owner);
  private final UUID call = UuidCreator.getTimeOrderedEpoch();

  @BeforeEach
  void place() {
    var receptionist = SERVICE.bean(Receptionists.class).answering(owner.tenant(), null);
    var outgoing =
        new OutgoingCall(
            new E164(phone.number()),
            new E164("+12125550142"),
            receptionist.receptionistId(),
            receptionist.versionNumber(),
            Engine.REALTIME,
            new Errand(ScriptType.DEFAULT, "your door"));
    assertThat(SERVICE.bean(Admission.class).place(owner.tenant(), call, outgoing)).isEmpty();
  }

  @AfterEach
  void hangUp() {
    phone.close();
  }

  @Test
  void whoeverPicksUpIsConnectedHoweverOftenThatIsAsked() {
    String first = phone.webhook(at("outbound-script"), Map.of()).body();
    String second = phone.webhook(at("outbound-script"), Map.of()).body();

    assertThat(first).contains("<Connect><Stream");
    assertThat(second).contains("<Connect><Stream").isNotEqualTo(first);
    assertThat(record().path("state").asText()).isEqualTo("in_progress");
    assertThat(record().path("call_sid").asText()).isEqualTo(phone.callSid());
    assertThat(record().path("direction").asText()).isEqualTo("outbound");
  }

  @ParameterizedTest
  @CsvSource({
    "TURN_BASED, <Gather, Do you have a moment?",
    "SCRIPTED, <Gather, I will take your answer",
    "VOICEMAIL, <Record, please leave a message after the tone",
  })
  void whateverSpeaksItSaysFirstWhoCallsAndWhy(Engine engine, String verb, String then) {
    SERVICE
        .bean(CallLog.class)
        .servedBy(owner.tenant(), call, Engine.REALTIME, engine, "engine_failed");

    String first = phone.webhook(at("outbound-script"), Map.of()).body();

    assertThat(first)
        .contains("the virtual assistant of Acme", "your door.", verb, then)
        .doesNotContain("Thank", "<Stream");
    assertThat(phone.webhook(at("outbound-script"), Map.of()).body())
        .as("asked again")
        .isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsToldFiveTimesInAnyOrderEndsAlike(long seed) {
    var told = new ArrayList<String>();
    for (String status : List.of("initiated", "ringing", "in-progress", "no-answer")) {
      told.addAll(Collections.nCopies(5, status));
    }
    Collections.shuffle(told, new Random(seed));

    told.forEach(
        status ->
            assertThat(phone.webhook(at("call-status"), Map.of("CallStatus", status)).status())
                .isEqualTo(204));

    assertThat(record().path("state").asText()).isEqualTo("no_answer");
    assertThat(record().path("call_sid").asText()).isEqualTo(phone.callSid());
    assertThat(phone.webhook(at("outbound-script"), Map.of()).body())
        .as("it is over")
        .contains("<Hangup")
        .doesNotContain("<Stream");
  }

  @Test
  void anotherCallDoesNotGetTheRecordOfThisOne() {
    phone.webhook(at("call-status"), Map.of("CallStatus", "ringing"));
    var other = Map.of("CallSid", "CA" + "7".repeat(32), "CallStatus", "failed");

    assertThat(phone.webhook(at("call-status"), other).status()).isEqualTo(204);
    assertThat(phone.webhook(at("outbound-script"), other).body()).contains("<Hangup");
    assertThat(phone.webhook(at("amd"), other).status()).isEqualTo(204);

    assertThat(record().path("state").asText()).isEqualTo("ringing");
    assertThat(record().path("call_sid").asText()).isEqualTo(phone.callSid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?call=", "?call=nonsense", "?call=00000000-0000-7000-8000-000000000000"})
  void whatNamesNoCallOfOursIsForgotten(String query) {
    assertThat(phone.webhook("outbound-script" + query, Map.of()).body()).contains("<Hangup");
    assertThat(phone.webhook("call-status" + query, Map.of("CallStatus", "busy")).status())
        .isEqualTo(204);
    assertThat(phone.webhook("amd" + query, Map.of("AnsweredBy", "machine_start")).status())
        .isEqualTo(204);

    assertThat(record().path("state").asText()).isEqualTo("queued");
  }

  @Test
  void whatIsMissingIsMissed() {
    assertThat(phone.webhook(at("amd"), Map.of()).status()).isEqualTo(204);
    assertThat(phone.webhook(at("amd"), Map.of("AnsweredBy", "a parrot")).status()).isEqualTo(204);
    assertThat(phone.webhook(at("call-status"), Map.of("CallStatus", "")).status()).isEqualTo(204);
    assertThat(phone.webhook(at("outbound-script"), Map.of("CallSid", "")).body())
        .contains("<Hangup");
  }

  private String at(String path) {
    return path + "?call=" + call;
  }

  private JsonNode record() {
    return owner.api().get("/api/v1/calls/" + call).body();
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.call.Engine;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.voice.HandChat.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A call that has changed its language stays in it, whoever goes on with it.
class LanguageChangeTest {
  private static final HandModel MODEL = HandMade.MODEL;
  private static final Answer SPANISH = new Answer.Calls("set_language", "{'language': 'es-MX'}");

  private static HandChat chat;
  private static RunningService service;

  private String business;
  private Owner owner;
  private HandTalk talk;

  @BeforeAll
  static void start() {
    chat = new HandChat();
    service =
        RunningService.start(
            Map.of(
                "openai.api-url",
                chat.url() + "/v1",
                "openai.api-key",
                "key",
                "openai.realtime-url",
                MODEL.url().toString()));
  }

  @AfterAll
  static void stop() {
    service.close();
    chat.close();
  }

  @BeforeEach
  void signUp() {
    business = "Acme " + UUID.randomUUID();
    owner = Owner.signUp(service, business);
    HandTalk.change(
        owner,
        "{'engine': 'turn_based', 'languages': ['en-US', 'es-MX'], 'transfer_targets': [{'name':"
            + " 'Sam', 'number': '+12125550120', 'reachable': 'always'}]}");
    talk = new HandTalk(service, owner);
  }

  @AfterEach
  void hangUp() {
    talk.close();
  }

  @Test
  void theAnswerIsReadOutAndTheCallerHeardInTheNewOneAtOnce() {
    chat.next(business, SPANISH, new Answer.Says("Claro que sí. Dígame."));

    String greeting = talk.rings();
    assertThat(greeting).contains("language=\"en-US\"").doesNotContain("es-MX");
    String answer = says(greeting, "¿Habla español?");

    assertThat(answer)
        .contains("<Say language=\"es-MX\">Claro que sí. Dígame.</Say>")
        .containsPattern("<Gather[^>]* language=\"es-MX\"")
        .doesNotContain("en-US");
    assertThat(talk.call().path("language").asText()).isEqualTo("es-MX");
  }

  @Test
  void whatIsNoModelsToFindIsSaidInItToo() {
    String answer = inSpanish();

    String asked = talk.saysNothing(answer);
    assertThat(asked).contains("<Say language=\"es-MX\">¿Sigue ahí?</Say>").doesNotContain("en-US");
    chat.next(business, new Answer.Says("¿Qué desea?"));
    says(asked, "Una cita.");
    assertThat(chat.asked(business).getLast().at("/messages/0/content").asText())
        .contains("Begin in Spanish. You also speak English.");
  }

  @Test
  void whereNoModelAnswersTheMessageIsTakenInIt() {
    String answer = inSpanish();
    chat.next(business, new Answer.Sends(429, "application/json", "{}"));

    assertThat(says(answer, "Necesito una cita."))
        .contains("Lo siento, algo ha fallado.", "¿Cómo se llama usted", "language=\"es-MX\"")
        .doesNotContain("en-US");
    assertThat(talk.call().path("engine").asText()).isEqualTo("scripted");
  }

  @Test
  void theVoicemailGreetsInIt() {
    inSpanish();
    var voicemail = service.bean(Engines.class).find(Engine.VOICEMAIL).orElseThrow();
    UUID id = UUID.fromString(talk.call().path("id").asText());
    var call = service.bean(CallsInHand.class).find(owner.tenant(), id).orElseThrow();

    assertThat(voicemail.open(call))
        .contains("no puedo seguir con esta llamada", "language=\"es-MX\"")
        .as("Twilio writes down English only")
        .doesNotContain("transcribe=\"true\"");
  }

  @Test
  void whomNobodyTakesIsToldSoInIt() {
    String answer = inSpanish();
    chat.next(business, new Answer.Calls("transfer_call", "{'reason': 'una factura'}"));
    chat.next(business, new Answer.Says("Un momento."));
    String dial = says(answer, "Quiero hablar con una persona.");

    assertThat(dial).contains(">+12125550120</Number>");
    String after = talk.does(dial, Map.of("DialCallStatus", "no-answer", "DialBridged", "false"));
    assertThat(after).contains("stream-ended");

    assertThat(talk.asks("stream-ended", Map.of()))
        .contains("ahora mismo nadie puede atender la llamada", "language=\"es-MX\"")
        .doesNotContain("nobody can take");
  }

  @Test
  void anotherStreamOfASpeechModelBeginsInIt() {
    HandTalk.answersWith(owner, "realtime");
    var phone = talk.phone().calls();
    var first = MODEL.session(owner);
    first.awaits("session.update");
    first.begins("resp_1", null);
    first.done(
        "resp_1",
        "completed",
        "[{'type':'function_call','status':'completed','call_id':'c1','name':'set_language',"
            + "'arguments':'{\\\"language\\\":\\\"es-MX\\\"}'}]");
    first.awaits(m -> m.at("/item/call_id").asText().equals("c1"));
    assertThat(talk.call().path("language").asText()).isEqualTo("es-MX");
    phone.breaks();

    try (var next = phone.comesBack()) {
      var second =
          await().until(() -> MODEL.sessions(owner), sessions -> sessions.size() == 2).getLast();

      assertThat(second.awaits("session.update").at("/session/instructions").asText())
          .contains("Begin in Spanish. You also speak English.");
      second.awaits(
          m -> m.at("/response/instructions").asText().contains("se ha cortado la línea"));
      next.hangsUp();
    }
  }

  /// A call that is held in Spanish by now; what was answered last.
  private String inSpanish() {
    chat.next(business, SPANISH, new Answer.Says("Claro que sí. Dígame."));
    return says(talk.rings(), "¿Habla español?");
  }

  private String says(String answer, String words) {
    return talk.waits(talk.says(answer, words));
  }
}

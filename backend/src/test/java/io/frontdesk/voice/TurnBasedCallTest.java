package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.Engine;
import io.frontdesk.call.Resumption;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.database.Logins;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import io.frontdesk.testing.TestDatabase;
import io.frontdesk.voice.HandChat.Answer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls that a chat model holds turn by turn, caller and models by hand.
@Execution(ExecutionMode.CONCURRENT)
class TurnBasedCallTest {
  private static final String MESSAGE = "{'name': 'Tom', 'text': 'The boiler is cold.'}";

  private static final Logins DATABASE = TestDatabase.another();

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
            DATABASE.properties(),
            Map.of(
                "openai.api-url",
                chat.url() + "/v1",
                "openai.api-key",
                "key",
                "openai.realtime-url",
                "ws://127.0.0.1:9/v1/realtime",
                "anthropic.api-url",
                chat.url(),
                "anthropic.api-key",
                "key"));
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
    HandTalk.answersWith(owner, "turn_based");
    talk = new HandTalk(service, owner);
  }

  @AfterEach
  void hangUp() {
    talk.close();
  }

  @Test
  void theModelSaysWhatIsSaid() {
    chat.next(business, new Answer.Says("We are open **until six**.\n- Anything else?"));

    String greeting = talk.rings();
    assertThat(greeting)
        .contains("<Gather", "input=\"speech dtmf\"", "actionOnEmptyResult=\"true\"")
        .contains("language=\"en-US\"");
    assertThat(says(greeting, "Until when are you open?"))
        .contains("We are open until six . - Anything else?");

    assertThat(talk.turns().findValuesAsText("speaker"))
        .containsExactly("receptionist", "caller", "receptionist");
    JsonNode asked = chat.asked(business).getFirst();
    assertThat(asked.at("/messages/0/content").asText())
        .contains(business, "What you write is read out", "What you said first");
    assertThat(asked.at("/messages/1/content").asText()).isEqualTo("Until when are you open?");
    assertThat(asked.path("tools").findValuesAsText("name"))
        .contains("take_message", "schedule_appointment", "end_call");
  }

  @Test
  void whatItWantsDoneIsDoneOnceHoweverOftenItIsAsked() {
    chat.next(
        business,
        new Answer.Calls("take_message", MESSAGE),
        new Answer.Says("I passed it on. Anything else?"));

    String greeting = talk.rings();
    var answers = new ArrayList<CompletableFuture<String>>();
    for (int times = 0; times < 5; times++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> talk.waits(talk.says(greeting, "My boiler is cold. I am Tom."))));
    }

    assertThat(answers.stream().map(CompletableFuture::join).distinct())
        .hasSize(1)
        .allMatch(answer -> answer.contains("I passed it on."));
    assertThat(talk.messages()).hasSize(1);
    assertThat(talk.turns()).hasSize(3);
    assertThat(talk.turns().at("/2/tool_calls/0/tool").asText()).isEqualTo("take_message");
    assertThat(chat.asked(business)).hasSize(2);
  }

  @Test
  void whatComesLateIsAnsweredAsItWasThen() {
    chat.next(business, new Answer.Says("One."), new Answer.Says("Two."));
    String greeting = talk.rings();
    String one = says(greeting, "First");
    String two = says(one, "Second");

    assertThat(says(greeting, "First")).isEqualTo(one);
    assertThat(talk.asks("turn?step=99", Map.of("SpeechResult", "What?"))).isEqualTo(two);
    assertThat(talk.asks("turn", Map.of("Strange", "field"))).isEqualTo(two);
    assertThat(talk.asks("turn?step=-1&wait=x", Map.of())).isEqualTo(two);
    assertThat(talk.rings()).isEqualTo(two);
    assertThat(chat.asked(business)).hasSize(2);
  }

  @Test
  void aCallThatNobodyKnowsIsHungUp() {
    assertThat(talk.asks("turn?step=1", Map.of("SpeechResult", "Hello?"))).contains("<Hangup/>");
    assertThat(talk.asks("turn?step=1&wait=2", Map.of())).contains("<Hangup/>");
    assertThat(talk.phone().send("turn?step=1", Map.of(), "wrong").status()).isEqualTo(403);
  }

  @Test
  void whoHasToWaitIsToldSo() {
    var when = new CountDownLatch(1);
    chat.next(business, new Answer.Later(when, new Answer.Says("Here I am.")));

    String waiting = talk.says(talk.rings(), "Hello?");
    assertThat(waiting).contains("One moment, please.", "<Pause", "<Redirect");
    when.countDown();

    assertThat(talk.waits(waiting)).contains("Here I am.");
    assertThat(talk.turns()).hasSize(3);
  }

  @Test
  void aGoodbyeEndsTheCall() {
    chat.next(business, new Answer.Calls("end_call", "{}"));

    assertThat(says(talk.rings(), "Goodbye."))
        .contains("Thank you for calling " + business, "<Hangup/>");
    talk.hangsUp();
    await().untilAsserted(() -> assertThat(talk.call().path("ended_at").isTextual()).isTrue());
    assertThat(talk.call().path("outcome").asText()).isEqualTo("answered");
  }

  @Test
  void aGoodbyeIsSaidInTheCallersLanguage() {
    HandTalk.change(owner, "{'languages': ['de-DE'], 'voice': 'marin'}");
    chat.next(
        business, new Answer.Calls("end_call", "{}"), new Answer.Says("Danke, auf Wiederhören!"));

    String greeting = talk.rings();
    assertThat(greeting).contains("language=\"de-DE\"");
    assertThat(says(greeting, "Tschüss.")).contains("Danke, auf Wiederhören!", "<Hangup/>");
  }

  @Test
  void eachAnswerIsFoundByTheClockOfThen() {
    chat.next(business, new Answer.Says("One."), new Answer.Says("Two."));
    String one = says(talk.rings(), "First");
    owner.api().patch("/api/v1/business", "{'time_zone': 'Asia/Tokyo'}");
    says(one, "Second");

    assertThat(
            chat.asked(business).stream()
                .map(asked -> asked.at("/messages/0/content").asText())
                .map(prompt -> prompt.contains("- Time zone: Asia/Tokyo")))
        .containsExactly(false, true);
  }

  @Test
  void whoSaysNothingIsAskedOfferedAKeyAndLetGo() {
    String asked = talk.saysNothing(talk.rings());
    assertThat(asked).contains("Are you still there?");
    asked = talk.saysNothing(asked);
    assertThat(asked).contains("Press 1 if you would like to leave a message");
    assertThat(talk.saysNothing(asked)).contains("I cannot hear you", "<Hangup/>");
    assertThat(chat.asked(business)).as("no model is paid for silence").isEmpty();
  }

  @Test
  void keysAreToldToTheModel() {
    chat.next(business, new Answer.Says("What is your message?"));
    String asked = talk.saysNothing(talk.saysNothing(talk.rings()));

    assertThat(talk.waits(talk.presses(asked, "1"))).contains("What is your message?");
    assertThat(chat.asked(business).getFirst().path("messages").toString())
        .contains("[pressed 1]", "Press 1 if you would like");
  }

  @ParameterizedTest
  @CsvSource({
    "429, application/json, '{\"error\": {\"code\": \"insufficient_quota\"}}'",
    "500, text/html, <html>Bad gateway</html>",
    "200, text/html, <html>Welcome to the hotel's Wi-Fi</html>",
    "200, application/json, '{}'",
    "200, application/json, '{\"choices\": [{\"message\": {\"content\": \"\"}}]}'",
    "200, application/json, '{\"choices\": [{\"mess'",
    "204, text/plain, ''"
  })
  void whereOneProviderFailsAnotherAnswers(int status, String type, String body) {
    chat.next(business, new Answer.Sends(status, type, body));
    chat.nextOfAnthropic(business, new Answer.Says("Anthropic here."));

    assertThat(says(talk.rings(), "Hello?")).contains("Anthropic here.");
    assertThat(talk.call().path("engine").asText()).isEqualTo("turn_based");
  }

  @Test
  void anthropicsModelUsesTheSameTools() {
    HandTalk.change(owner, "{'chat_model': 'claude-haiku-4-5'}");
    chat.nextOfAnthropic(
        business, new Answer.Calls("take_message", MESSAGE), new Answer.Says("It is noted."));

    assertThat(says(talk.rings(), "Tell them that my boiler is cold. Tom."))
        .contains("It is noted.");
    assertThat(talk.messages()).hasSize(1);
    JsonNode item = cost("chat");
    assertThat(item.path("model").asText()).isEqualTo("claude-haiku-4-5");
    assertThat(item.path("tokens").path("text_in").asInt()).isEqualTo(200);
    assertThat(item.path("tokens").path("text_cached").asInt()).isEqualTo(80);
    assertThat(item.path("amount_micros").asLong()).isEqualTo(200 + 8 + 20 * 5);
  }

  @Test
  void whatAnAnswerTookIsPartOfTheCost() {
    chat.next(business, new Answer.Says("Hello."));
    says(talk.rings(), "Hello?");

    JsonNode item = cost("chat");
    assertThat(item.path("model").asText()).isEqualTo("gpt-5.6-luna");
    assertThat(item.path("tokens").path("text_in").asInt()).isEqualTo(60);
    assertThat(item.path("tokens").path("text_cached").asInt()).isEqualTo(40);
    assertThat(item.path("tokens").path("text_out").asInt()).isEqualTo(10);
    assertThat(item.path("amount_micros").asLong()).isEqualTo(60 + 4 + 10 * 6);
  }

  @Test
  void whatTheCarrierWroteDownIsPartOfTheCostByEachStartedQuarterOfAMinute() {
    chat.next(business, new Answer.Says("Hello."), new Answer.Says("I see."));
    String asked = says(talk.rings(), "Hello?");

    assertThat(cost("transcription").path("model").asText()).isEqualTo("twilio-gather");
    assertThat(cost("transcription").path("tokens").path("audio_ms").asLong()).isEqualTo(15_000);
    assertThat(cost("transcription").path("amount_micros").asLong()).isEqualTo(20_000);

    says(asked, "It is a long story. ".repeat(20));
    assertThat(cost("transcription").path("amount_micros").asLong()).isEqualTo(60_000);
    talk.presses(asked, "1");
    assertThat(cost("transcription").path("amount_micros").asLong())
        .as("keys are free")
        .isEqualTo(60_000);
  }

  @Test
  void whereNoModelAnswersAMessageIsTakenWithoutOne() {
    chat.next(
        business,
        new Answer.Calls("schedule_appointment", "{'name': 'Tom Baker', 'when': 'yesterday'}"),
        new Answer.Says("Yesterday is over. When would suit you?"),
        new Answer.Sends(429, "application/json", "{}"));
    String when = says(talk.rings(), "I need an appointment. Tom Baker. Yesterday.");

    String asked = says(when, "Then tomorrow.");
    assertThat(asked)
        .contains("something went wrong here", "Can we reach you at this number?")
        .as("neither a greeting nor the name, which is known")
        .doesNotContain("Thanks for calling", "your name");
    assertThat(talk.call().path("engine").asText()).isEqualTo("scripted");
    assertThat(says(when, "Then tomorrow."))
        .as("what comes late is told what was said last")
        .isEqualTo(asked);

    String reason = talk.presses(asked, "1");
    String right = talk.presses(says(reason, "I need an appointment."), "2");
    assertThat(talk.presses(right, "1")).contains("Thank you, Tom Baker.", "<Hangup/>");
    assertThat(talk.messages().get(0).path("text").asText()).isEqualTo("I need an appointment.");
  }

  @Test
  void nobodyIsAskedAgainWhatWasSaidBeforeTheModelFailed() {
    chat.next(
        business,
        new Answer.Calls("schedule_appointment", "{'name': 'Tom Baker', 'when': 'yesterday'}"),
        new Answer.Sends(429, "application/json", "{}"));

    assertThat(says(talk.rings(), "I need an appointment. Tom Baker. Yesterday."))
        .contains("something went wrong here", "Can we reach you at this number?")
        .doesNotContain("your name");
  }

  @Test
  void aCallerWhoWantsAPersonIsHandedOverAndComesBackIfNobodyTakesIt() {
    chat.next(
        business,
        new Answer.Calls("transfer_call", "{'reason': 'a bill'}"),
        new Answer.Says("Go ahead."));

    String answer = talk.says(talk.rings(), "Let me talk to a person.");
    assertThat(answer).contains("connect you with", "/voice/stream-ended");
    answer = talk.asks("stream-ended", Map.of());
    while (answer.contains("<Dial")) {
      answer = talk.does(answer, Map.of("DialCallStatus", "no-answer", "DialBridged", "false"));
      answer = answer.contains("<Redirect") ? talk.asks("stream-ended", Map.of()) : answer;
    }

    assertThat(answer).contains("nobody can take the call right now", "<Gather");
    assertThat(talk.asks("stream-ended", Map.of())).isEqualTo(answer);
    assertThat(talk.says(answer, "Yes, a message.")).contains("Go ahead.");
  }

  /// Has this said, and known, when the only call of a business goes on.
  static void waits(RunningService service, Owner owner, String sentence) {
    String id = owner.api().get("/api/v1/calls").body().at("/data/0/id").asText();
    service
        .bean(CallResumptions.class)
        .waits(
            owner.tenant(),
            UUID.fromString(id),
            new Resumption(sentence, "The van has broken down."));
  }

  @Test
  void whatIsToBeSaidMeanwhileIsSaidAndKnown() {
    chat.next(business, new Answer.Says("It is blue."));
    String greeting = talk.rings();
    waits(service, owner, "We are on our way.");

    String answer = talk.asks("stream-ended", Map.of());

    assertThat(answer).contains("We are on our way.", "<Gather").doesNotContain(greeting);
    assertThat(talk.asks("stream-ended", Map.of())).as("asked again").isEqualTo(answer);
    assertThat(says(answer, "Which van?")).contains("It is blue.");
    assertThat(chat.asked(business).getFirst().toString()).contains("The van has broken down.");
    assertThat(talk.turns().findValuesAsText("text")).contains("We are on our way.");
  }

  @Test
  void whatIsToBeSaidWhileAModelThinksIsSaidFirst() {
    var when = new CountDownLatch(1);
    chat.next(business, new Answer.Later(when, new Answer.Says("Here I am.")));
    String waiting = talk.says(talk.rings(), "Hello?");
    waits(service, owner, "We are on our way.");

    assertThat(talk.asks("stream-ended", Map.of()))
        .containsSubsequence("We are on our way.", "<Redirect");
    when.countDown();

    assertThat(talk.waits(waiting)).contains("Here I am.");
  }

  /// While the model thought, the step down went on with another engine.
  @Test
  void nobodyIsRungForAnAnswerThatNobodyHears() {
    var when = new CountDownLatch(1);
    chat.next(
        business,
        new Answer.Later(when, new Answer.Calls("transfer_call", "{'reason': 'a bill'}")));
    String waiting = talk.says(talk.rings(), "Let me talk to a person.");
    database(
        """
        insert into tenant.call_exchange
            (tenant_id, id, call_id, step, engine, state, twiml, taken_at)
          select tenant_id, gen_random_uuid(), call_id, 2, 'scripted', '{}', '<Response/>', now()
            from tenant.call_exchange where step = 0
        """);

    when.countDown();

    assertThat(talk.waits(waiting)).isEqualTo("<Response/>");
    String path = "/api/v1/calls/" + talk.call().path("id").asText() + "/transfers";
    assertThat(owner.api().get(path).body().at("/transfers/0/phase").asText()).isEqualTo("chosen");
  }

  @Test
  void aCallInItsMidstIsTakenOverWithoutAGreeting() {
    chat.next(business, new Answer.Says("Until six."));
    talk.rings();
    var call = known();
    service.bean(CallLog.class).store(owner.tenant(), call.call().id(), said(1, "Until when?"));

    String waiting = engine().open(taken(call));
    assertThat(waiting).contains("we were interrupted", "<Redirect");

    assertThat(talk.waits(waiting)).contains("Until six.");
  }

  /// The row of the greeting belongs to another engine then.
  private CallInHand taken(CallInHand call) {
    database("update tenant.call_exchange set engine = 'realtime'");
    return call;
  }

  @Test
  void whatAKilledNodeLeftBehindIsThoughtAboutAgain() {
    chat.next(business, new Answer.Says("Still here."));
    String greeting = talk.rings();
    var call = known();
    service.bean(CallLog.class).store(owner.tenant(), call.call().id(), said(1, "Hello?"));
    database(
        """
        insert into tenant.call_exchange (tenant_id, id, call_id, step, engine, taken_at)
          select tenant_id, gen_random_uuid(), call_id, 1, engine, now() - interval '1 hour'
            from tenant.call_exchange where call_id = '%s'
        """
            .formatted(call.call().id()));

    assertThat(says(greeting, "Hello?")).contains("Still here.");
  }

  /// So that no other node takes the step for a killed one's.
  @Test
  void whoeverThinksTellsSo() {
    var when = new CountDownLatch(1);
    chat.next(business, new Answer.Later(when, new Answer.Says("Here I am.")));
    String waiting = talk.says(talk.rings(), "Hello?");
    database(
        "update tenant.call_exchange set taken_at = now() - interval '1 hour' where twiml is null");

    await()
        .untilAsserted(
            () ->
                database(
                    """
                    update tenant.call_exchange set taken_at = taken_at
                      where twiml is null and taken_at > now() - interval '1 minute'
                    """));
    when.countDown();

    assertThat(talk.waits(waiting)).contains("Here I am.");
  }

  /// What of the only call's cost is paid for that.
  private JsonNode cost(String kind) {
    JsonNode items = talk.call().at("/cost/items");
    for (JsonNode item : items) {
      if (item.path("kind").asText().equals(kind)) {
        return item;
      }
    }
    throw new AssertionError(items.toString());
  }

  /// What is answered in the end: a machine that stands still makes callers wait.
  private String says(String answer, String words) {
    return talk.waits(talk.says(answer, words));
  }

  private void database(String statement) {
    try (var connection = DATABASE.app().connect();
        var row = connection.createStatement()) {
      row.execute("select set_config('app.tenant_id', '%s', false)".formatted(owner.tenant()));
      assertThat(row.executeUpdate(statement)).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private TwimlEngine engine() {
    return service.bean(Engines.class).find(Engine.TURN_BASED).orElseThrow();
  }

  private CallInHand known() {
    UUID id = UUID.fromString(talk.call().path("id").asText());
    return service.bean(CallsInHand.class).find(owner.tenant(), id).orElseThrow();
  }

  private static Turn said(int index, String words) {
    Instant now = Instant.now();
    return new Turn(index, Speaker.CALLER, words, null, false, List.of(), now, now, null);
  }
}

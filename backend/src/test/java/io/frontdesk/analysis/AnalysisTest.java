package io.frontdesk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.business.Credentials;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.CallState;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Speaker;
import io.frontdesk.catalogue.Catalogue;
import io.frontdesk.chat.AnthropicAccounts;
import io.frontdesk.chat.ChatModels;
import io.frontdesk.fact.Facts;
import io.frontdesk.lead.Leads;
import io.frontdesk.openai.OpenAiAccounts;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.sandbox.openai.OpenAiStandIn;
import io.frontdesk.secrets.Secrets;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of a call after it ended.
class AnalysisTest {
  private static final String KEY = OpenAiStandIn.newApiKey();
  private static final String FOUND =
      """
      {'name': 'Dana Cole', 'intent': 'repair', 'urgency': 'high', 'sentiment': 'neutral',
       'summary': 'Dana wants a spring replaced.',
       'fields': {'issue': 'Broken spring', 'address': null}}\
      """;
  private static final String FOUND_NOTHING =
      """
      {'name': null, 'intent': 'wrong number', 'urgency': null, 'sentiment': 'neutral',
       'summary': 'A wrong number.', 'fields': {'issue': null, 'address': null}}\
      """;

  private final RunningService service = RunningService.shared();
  private final ScriptedChat chat = new ScriptedChat();
  private final Owner owner = Owner.signUp(service, "Ace Garage Doors");
  private final PracticeCalls practice = new PracticeCalls(service, owner.tenant());
  private final CallLog log = service.bean(CallLog.class);
  private final AnalyseCall analysis = analysisBy(chat.uri());

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void aCallThatLeftSomethingLeavesALead() {
    UUID call = repairCall("+14155550123");
    chat.answersNext(FOUND);

    analysis.run(owner.tenant(), call);

    JsonNode shown = call(call);
    assertThat(shown.path("summary").asText()).isEqualTo("Dana wants a spring replaced.");
    assertThat(shown.path("sentiment").asText()).isEqualTo("neutral");
    JsonNode lead = leads().get(0);
    assertThat(lead.path("id")).isEqualTo(shown.path("lead_id"));
    assertThat(lead.path("name").asText()).isEqualTo("Dana Cole");
    assertThat(lead.path("phone").asText()).isEqualTo("+14155550123");
    assertThat(lead.path("urgency").asText()).isEqualTo("high");
    assertThat(lead.path("fields").toString())
        .isEqualTo(
            "{\"issue\":{\"value\":\"Broken spring\",\"source\":\"spoken\",\"verified\":false,"
                + "\"turn\":1}}");
    assertThat(lead.path("call_ids").toString()).isEqualTo("[\"" + call + "\"]");
    assertThat(practice.events(call)).containsExactly("call.started", "call.analyzed");
  }

  @Test
  void theModelIsAskedForTheIntakeOfTheVersionThatHeldTheCall() {
    UUID call = repairCall("+14155550123");
    String path =
        "/api/v1/receptionists/"
            + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    owner.api().patch(path, "{'intake': []}");
    owner.api().post(path + "/publish", "{}");
    chat.answersNext(FOUND);

    analysis.run(owner.tenant(), call);

    JsonNode request = chat.requests().getFirst();
    JsonNode format = request.at("/response_format/json_schema");
    assertThat(format.path("strict").asBoolean()).isTrue();
    assertThat(format.at("/schema/properties/fields/properties").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("issue", "address");
    assertThat(format.at("/schema/properties/fields/required")).hasSize(2);
    assertThat(request.path("store").asBoolean(true)).isFalse();
    assertThat(request.at("/messages/0/content").asText()).contains("Ace Garage Doors");
    assertThat(request.at("/messages/1/content").asText())
        .isEqualTo(
            """
            ```
            Receptionist: What needs fixing?
            Caller: A broken spring, please. I'm Dana Cole.
            ```\
            """);
  }

  @Test
  void aCallerWhoLeftNothingIsNoLead() {
    UUID call = repairCall("+14155550123");
    chat.answersNext(FOUND_NOTHING);

    analysis.run(owner.tenant(), call);

    assertThat(call(call).path("summary").asText()).isEqualTo("A wrong number.");
    assertThat(call(call).path("lead_id").isNull()).isTrue();
    assertThat(leads()).isEmpty();
  }

  @Test
  void aCallerWhoWithholdsTheirNumberAndGivesOneIsALeadUnderIt() {
    UUID call = repairCall(null);
    chat.answersNext(FOUND.replace("'intent'", "'phone': '(415) 555-0123', 'intent'"));

    analysis.run(owner.tenant(), call);

    assertThat(leads()).hasSize(1);
    assertThat(leads().at("/0/phone").asText()).isEqualTo("+14155550123");
    assertThat(call(call).path("lead_id")).isEqualTo(leads().at("/0/id"));
  }

  @Test
  void theNumberThatRangCountsMoreThanTheOneThatIsGiven() {
    UUID call = repairCall("+14155550123");
    chat.answersNext(FOUND.replace("'intent'", "'phone': '+14155550199', 'intent'"));

    analysis.run(owner.tenant(), call);

    assertThat(leads().at("/0/phone").asText()).isEqualTo("+14155550123");
  }

  @Test
  void aCallerWithoutANumberIsNoLead() {
    UUID call = repairCall(null);
    chat.answersNext(FOUND);

    analysis.run(owner.tenant(), call);

    assertThat(call(call).path("summary").asText()).isNotBlank();
    assertThat(leads()).isEmpty();
  }

  @Test
  void aSilentCallIsNotReadByTheModel() {
    UUID call = practice.answered();
    log.store(
        owner.tenant(),
        call,
        PracticeCalls.turn(0, Speaker.RECEPTIONIST, "Hello? Is anybody there?"));

    analysis.run(owner.tenant(), call);

    assertThat(chat.requests()).isEmpty();
    assertThat(call(call).path("summary").asText()).isEqualTo("The caller said nothing.");
    assertThat(leads()).isEmpty();
    assertThat(practice.events(call)).containsExactly("call.started", "call.analyzed");
  }

  @Test
  void aModelThatFailsLeavesTheCallToBeReadAgain() {
    UUID call = repairCall("+14155550123");

    assertThatThrownBy(() -> analysis.run(owner.tenant(), call)).as("503").isNotNull();
    chat.answersNext("I would rather not.");
    assertThatThrownBy(() -> analysis.run(owner.tenant(), call)).as("no form").isNotNull();
    assertThat(call(call).path("analyzed_at").isNull()).isTrue();
    assertThat(leads()).isEmpty();

    chat.answersNext(FOUND);
    analysis.run(owner.tenant(), call);
    assertThat(call(call).path("analyzed_at").isNull()).isFalse();
  }

  @Test
  void aCallIsAnalysedOnce() {
    UUID call = repairCall("+14155550123");
    chat.answersNext(FOUND);
    analysis.run(owner.tenant(), call);

    analysis.run(owner.tenant(), call);

    assertThat(chat.requests()).hasSize(1);
    assertThat(practice.events(call)).containsOnlyOnce("call.analyzed");
    assertThat(practice.events(UUID.fromString(call(call).path("lead_id").asText())))
        .containsExactly("lead.created");
  }

  @Test
  void theSandboxsModelFindsInAConversationWhatTheCallerSaid() {
    try (var standIn = OpenAiStandIn.start(0, KEY)) {
      UUID call = practice.answered("+14155550123");
      say(call, 0, Speaker.RECEPTIONIST, "Thanks for calling. How can I help?");
      say(call, 1, Speaker.CALLER, "Hi, I would like somebody to come and have a look.");
      say(call, 2, Speaker.RECEPTIONIST, "Of course. What needs fixing?");
      say(call, 3, Speaker.CALLER, "The spring of my garage door broke.");
      say(call, 4, Speaker.RECEPTIONIST, "I see. What is the address?");
      say(call, 5, Speaker.CALLER, "12 Oak Street in Springfield.");
      say(call, 6, Speaker.RECEPTIONIST, "And what is your name?");
      say(call, 7, Speaker.CALLER, "Dana Cole.");

      analysisBy(standIn.uri()).run(owner.tenant(), call);

      JsonNode lead = leads().get(0);
      assertThat(lead.path("name").asText()).isEqualTo("Dana Cole");
      assertThat(lead.at("/fields/address/value").asText()).contains("12 Oak Street");
      assertThat(lead.at("/fields/address/turn").asInt()).isEqualTo(5);
      assertThat(lead.at("/fields/issue/value").asText()).contains("garage door");
      assertThat(call(call).path("summary").asText()).isNotBlank();
    }
  }

  @Test
  void theSandboxsModelFindsTheNumberThatAnAnonymousCallerSays() {
    try (var standIn = OpenAiStandIn.start(0, KEY)) {
      UUID call = practice.answered(null);
      say(call, 0, Speaker.RECEPTIONIST, "What is your name?");
      say(call, 1, Speaker.CALLER, "Dana Cole.");
      say(call, 2, Speaker.RECEPTIONIST, "What is your telephone number?");
      say(call, 3, Speaker.CALLER, "It is 415 555 0123.");

      analysisBy(standIn.uri()).run(owner.tenant(), call);

      assertThat(leads().at("/0/phone").asText()).isEqualTo("+14155550123");
    }
  }

  @Test
  void everyCallIsAnalysedAfterItEnded() {
    UUID call = practice.answered();

    log.close(owner.tenant(), call, CallState.COMPLETED, Instant.now(), null);

    await().until(() -> !call(call).path("analyzed_at").isNull());
    assertThat(practice.events(call))
        .containsExactly("call.started", "call.ended", "call.analyzed");
  }

  private UUID repairCall(@Nullable String from) {
    UUID call = practice.answered(from);
    say(call, 0, Speaker.RECEPTIONIST, "What needs fixing?");
    say(call, 1, Speaker.CALLER, "A broken spring, please. I'm Dana Cole.");
    return call;
  }

  private void say(UUID call, int index, Speaker speaker, String text) {
    log.store(owner.tenant(), call, PracticeCalls.turn(index, speaker, text));
  }

  private JsonNode call(UUID id) {
    return owner.api().get("/api/v1/calls/" + id).body();
  }

  private JsonNode leads() {
    return owner.api().get("/api/v1/leads").body().path("data");
  }

  /// The job by a model of this test's own, whatever the service around it uses.
  private AnalyseCall analysisBy(URI model) {
    var usual = service.bean(OpenAiConfiguration.class);
    var itsOwn =
        new OpenAiConfiguration(
            model, KEY, null, usual.realtimeModel(), usual.chatModel(), usual.transcriptionModel());
    var accounts =
        new OpenAiAccounts(
            itsOwn,
            service.bean(Credentials.class),
            service.bean(Secrets.class),
            service.bean(Tenancy.class));
    return new AnalyseCall(
        service.bean(Tenancy.class),
        log,
        service.bean(CallResults.class),
        service.bean(Receptionists.class),
        service.bean(Businesses.class),
        service.bean(Leads.class),
        service.bean(Facts.class),
        new CallReader(
            new ChatModels(
                accounts,
                service.bean(AnthropicAccounts.class),
                itsOwn,
                service.bean(Catalogue.class),
                Clock.systemUTC())),
        service.bean(Outbox.class));
  }
}

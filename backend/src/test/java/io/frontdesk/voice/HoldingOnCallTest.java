package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A caller who has said something hears that it takes a moment, while the model says nothing.
class HoldingOnCallTest {
  private static final HandModel MODEL = HandMade.MODEL;
  private static final String ONE_MOMENT = "One moment, please.";

  /// With no patience at all, and endless patience after that.
  private static final RunningService SERVICE =
      RunningService.start(
          Map.of("openai.realtime-url", MODEL.url().toString(), "voice.patience.reply", "100ms"));

  private final Owner owner = Owner.signUp(SERVICE, "Acme " + UUID.randomUUID());
  private final String receptionist =
      "/api/v1/receptionists/"
          + owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
  private final HandPhone phone = new HandPhone(SERVICE, owner);

  @AfterEach
  void hangUp() {
    phone.close();
  }

  @Test
  void theAnswerFollowsWhatAsksToHoldOn() {
    var session = talk();
    asks(session, "u1", "Are you open?");
    awaitsEvents("ask_to_hold", 1);

    session.awaits("response.create");
    session.begins("resp_1", "r1");
    session.speaks("resp_1", "a1", HandModel.A_SECOND);
    session.ends("resp_1", "a1", "Until five.");

    assertThat(awaitsTurns("Until five."))
        .containsSubsequence("Are you open?", ONE_MOMENT, "Until five.");
  }

  @Test
  void whatIsCutOfItTheModelHearsNothingOf() {
    var session = talk();
    asks(session, "u1", "Are you open?");
    awaitsEvents("ask_to_hold", 1);
    session.begins("resp_1", "r1");
    session.hearsCaller("u2");
    phone.awaits("clear");
    session.done("resp_1", "cancelled", "[]");
    session.hearsSilence("u2");
    session.writes("u2", "Hello?");
    session.begins("resp_2", null);
    session.speaks("resp_2", "a2", HandModel.A_SECOND);
    session.ends("resp_2", "a2", "Until five.");

    assertThat(awaitsTurns("Until five."))
        .containsSubsequence("Are you open?", "Hello?", "Until five.");
    assertThat(session.received()).doesNotContain("conversation.item.truncate");
  }

  @Test
  void itIsSaidInTheLanguageThatIsSpokenByThen() {
    owner.api().patch(receptionist, "{'languages': ['en', 'es']}");
    owner.api().post(receptionist + "/publish", "{}");
    var session = talk();
    session.begins("resp_1", null);
    session.done(
        "resp_1",
        "completed",
        """
        [{'id':'f1','type':'function_call','status':'completed','call_id':'c1',\
        'name':'set_language','arguments':'{\\'language\\':\\'es\\'}'}]\
        """);
    session.awaits("response.create");

    asks(session, "u1", "¿Está abierto?");

    assertThat(awaitsTurns("Un momento, por favor.")).contains("Un momento, por favor.");
  }

  /// The greeting was heard, and what asks to hold on is recorded in all languages.
  private HandModel.Session talk() {
    var receptionists = SERVICE.bean(Receptionists.class);
    var config = receptionists.answering(owner.tenant(), null).config();
    await()
        .until(
            () ->
                SERVICE
                    .bean(Tenancy.class)
                    .run(
                        owner.tenant(),
                        () ->
                            SERVICE
                                .bean(Greetings.class)
                                .toHold(owner.tenant(), id(), config)
                                .keySet())
                    .containsAll(config.languages()));
    phone.calls();
    awaitsEvents("model_ready", 1);
    await()
        .until(
            () -> {
              phone.hearsEverything();
              return events();
            },
            log -> log.contains("\"speech_heard\""));
    return MODEL.session(owner);
  }

  private UUID id() {
    return UUID.fromString(receptionist.substring(receptionist.lastIndexOf('/') + 1));
  }

  private static void asks(HandModel.Session session, String item, String words) {
    session.hearsCaller(item);
    session.hearsSilence(item);
    session.writes(item, words);
  }

  private void awaitsEvents(String type, int times) {
    await().until(() -> events().split('"' + type + '"', -1).length > times);
  }

  private String events() {
    return owner.api().get(call() + "/events?limit=200").text();
  }

  /// The caller hears everything, until these words are on the record.
  private List<String> awaitsTurns(String last) {
    return await()
        .until(
            () -> {
              phone.hearsEverything();
              JsonNode turns = owner.api().get(call() + "/transcript").body().get("turns");
              return turns.findValuesAsText("text");
            },
            turns -> turns.contains(last));
  }

  private String call() {
    return "/api/v1/calls/" + owner.api().get("/api/v1/calls").body().at("/data/0/id").asText();
  }
}

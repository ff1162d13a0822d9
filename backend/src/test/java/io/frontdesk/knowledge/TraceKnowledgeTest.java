package io.frontdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.call.Speaker;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraceKnowledgeTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");
  private final String path =
      "/api/v1/receptionists/%s/knowledge"
          .formatted(owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText());

  @Test
  void anAnswerLeadsToTheEntryWhoseWordsItHas() {
    String gates =
        owner
            .api()
            .post(
                path,
                "{'kind': 'question', 'title': 'Do you fix gates?',"
                    + " 'text': 'Yes: gate repairs begin at 300 dollars, parts included.'}")
            .body()
            .path("id")
            .asText();
    UUID call = new PracticeCalls(service, owner.tenant()).answered();
    say(call, 0, Speaker.RECEPTIONIST, "Thank you for calling Acme, we fix gates and doors.");
    say(call, 1, Speaker.CALLER, "Hi, do you fix gates?");
    say(call, 2, Speaker.RECEPTIONIST, "Yes, gate repairs begin at 300 dollars.");
    say(call, 3, Speaker.CALLER, "Nice weather, isn't it?");
    say(call, 4, Speaker.RECEPTIONIST, "It is. Is there anything else?");

    service
        .bean(CallLog.class)
        .close(owner.tenant(), call, CallState.COMPLETED, Instant.now(), null);

    JsonNode uses =
        await("the call is traced")
            .until(
                () ->
                    owner
                        .api()
                        .get("/api/v1/calls/%s/knowledge".formatted(call))
                        .body()
                        .path("uses"),
                found -> !found.isEmpty());
    assertThat(uses).hasSize(1);
    assertThat(uses.at("/0/turn_index").asInt()).isEqualTo(2);
    assertThat(uses.at("/0/entry_id").asText()).isEqualTo(gates);
    assertThat(uses.at("/0/searched").asBoolean()).isFalse();
  }

  private void say(UUID call, int index, Speaker speaker, String text) {
    service
        .bean(CallLog.class)
        .store(owner.tenant(), call, PracticeCalls.turn(index, speaker, text));
  }
}

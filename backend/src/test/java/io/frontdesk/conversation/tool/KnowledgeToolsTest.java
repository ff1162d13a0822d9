package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KnowledgeToolsTest {
  private final RunningService service = RunningService.shared();
  private final ToolBox tools = service.bean(ToolBox.class);
  private final Owner owner = Owner.signUp(service, "Acme");
  private final OnCall on = onCall();
  private int calls;

  @Test
  void searchingIsOfferedWhereThereIsMoreThanIsTold() {
    assertThat(tools.specs(on)).extracting(ToolSpec::name).doesNotContain("search_knowledge");

    add("History", "Long ago. ".repeat(700));

    assertThat(tools.specs(on)).extracting(ToolSpec::name).contains("search_knowledge");
  }

  @Test
  void whatIsFoundNamesItsEntry() {
    String id = add("Do you fix gates?", "Yes, from 300 dollars.");

    JsonNode output = run("search_knowledge", "Can a gate be fixed?");

    assertThat(output.at("/ok").asBoolean()).isTrue();
    assertThat(output.at("/found/0/entry_id").asText()).isEqualTo(id);
    assertThat(output.at("/found/0/text").asText()).isEqualTo("Yes, from 300 dollars.");
    assertThat(unanswered()).isEmpty();
  }

  @Test
  void whatIsNotFoundWaitsForAnAnswerAndIsKnownFromThenOn() {
    JsonNode output = run("search_knowledge", "Are dogs allowed?");
    run("note_question", "Are dogs allowed ?!");

    assertThat(output.at("/ok").asBoolean()).isFalse();
    JsonNode question = unanswered().get(0);
    assertThat(unanswered()).hasSize(1);
    assertThat(question.path("times_asked").asInt()).isEqualTo(1);
    assertThat(question.path("call_id").asText()).isEqualTo(on.callId().toString());

    String path = "/api/v1/unanswered-questions/" + question.path("id").asText();
    var answered = owner.api().post(path + "/answer", "{'text': 'Yes, on a lead.'}");

    assertThat(answered.body().path("status").asText()).isEqualTo("answered");
    assertThat(unanswered()).isEmpty();
    assertThat(run("search_knowledge", "Is my dog allowed?").at("/found/0/entry_id"))
        .isEqualTo(answered.body().path("entry_id"));
    assertThat(owner.api().post(path + "/answer", "{'text': 'No.'}").status()).isEqualTo(409);
  }

  @Test
  void whatIsDismissedComesBackWhenItIsAskedAgain() {
    run("note_question", "Are dogs allowed?");
    String id = unanswered().get(0).path("id").asText();

    assertThat(owner.api().delete("/api/v1/unanswered-questions/" + id).status()).isEqualTo(204);
    assertThat(unanswered()).isEmpty();

    run("note_question", "Are dogs allowed?");
    assertThat(unanswered()).hasSize(1);
  }

  private JsonNode run(String tool, String question) {
    var finished = new CompletableFuture<JsonNode>();
    tools.run(
        on,
        new FunctionCall("fc_" + ++calls, tool, "{\"question\":\"%s\"}".formatted(question)),
        done -> finished.complete(done.call().output()));
    return finished.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private String add(String title, String text) {
    var answer =
        owner
            .api()
            .post(
                "/api/v1/receptionists/%s/knowledge".formatted(on.receptionistId()),
                "{'kind': 'document', 'title': '%s', 'text': '%s'}".formatted(title, text));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private JsonNode unanswered() {
    return owner.api().get("/api/v1/unanswered-questions?status=open").body().path("data");
  }

  private OnCall onCall() {
    UUID id = new PracticeCalls(service, owner.tenant()).answered();
    return service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                OnCall.of(
                    owner.tenant(),
                    service.bean(CallLog.class).find(owner.tenant(), id).orElseThrow(),
                    service.bean(Businesses.class).of(owner.tenant())));
  }
}

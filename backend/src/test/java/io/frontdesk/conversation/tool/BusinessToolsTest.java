package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.httptool.ToolNames;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BusinessToolsTest {
  private final RunningService service = RunningService.shared();
  private final ToolBox tools = service.bean(ToolBox.class);
  private final Owner owner = Owner.signUp(service, "Acme");
  private final OnCall on = onCall();

  @Test
  void theModelIsToldOfThemAndItsArgumentsAreChecked() {
    add();

    assertThat(tools.specs(on)).extracting(ToolSpec::name).contains("find_order", "end_call");
    assertThat(run("{\"order\": 7}").path("argument").asText()).isEqualTo("order");
    assertThat(run("{\"order\": \"7\", \"admin\": true}").path("error").asText())
        .isEqualTo("there is no argument admin");
    assertThat(run("[]").path("ok").asBoolean()).isFalse();
  }

  @Test
  void whatCannotBeAskedIsSaidInWords() {
    add();

    JsonNode output = run("{\"order\": \"7\"}");

    assertThat(output.path("ok").asBoolean()).isFalse();
    assertThat(output.path("say").asText()).startsWith("I am sorry");
    assertThat(output.path("error").asText()).isEqualTo("the other system could not be asked");
  }

  @Test
  void noToolOfABusinessCanHaveTheNameOfAnother() {
    assertThat(ToolNames.TAKEN)
        .containsAll(tools.specs(on).stream().map(ToolSpec::name).toList())
        .contains("search_knowledge");
  }

  private JsonNode run(String arguments) {
    var finished = new CompletableFuture<JsonNode>();
    tools.run(
        on,
        new FunctionCall("fc_" + UUID.randomUUID(), "find_order", arguments),
        done -> finished.complete(done.call().output()));
    return finished.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private void add() {
    var answer =
        owner
            .api()
            .post(
                "/api/v1/receptionists/%s/tools".formatted(on.receptionistId()),
                """
                {"name": "find_order", "description": "Finds an order.", "method": "get",
                 "safe": true, "url": "https://127.0.0.1/orders/{order}",
                 "parameters": {"type": "object", "required": ["order"],
                                "properties": {"order": {"type": "string"}}}}
                """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
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

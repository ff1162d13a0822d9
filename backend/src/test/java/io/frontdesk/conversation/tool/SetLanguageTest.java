package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.PracticeCalls;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.testing.Owner;
import io.frontdesk.testing.RunningService;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The language of a call, changed by a model that was asked to.
class SetLanguageTest {
  private final RunningService service = RunningService.shared();
  private final Owner owner = Owner.signUp(service, "Acme");
  private final ToolBox tools = service.bean(ToolBox.class);
  private int uses;

  @Test
  void theModelMayChooseAmongTheReceptionistsLanguages() {
    UUID call = speaks("'en-US', 'es-MX', 'de-DE'");

    assertThat(choices(call)).containsExactly("en-US", "es-MX", "de-DE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'en-US'", "'en-US', 'en-GB'"})
  void whereThereIsNothingToChooseItIsNotOffered(String languages) {
    assertThat(choices(speaks(languages))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"es-MX, Claro que sí.", "de-DE, Gerne.", "fr-FR, Of course.", "en-US, Of course."})
  void theCallRemembersTheOneThatWasChosen(String language, String says) {
    UUID call = speaks("'en-US', 'es-MX', 'de-DE', 'fr-FR'");
    assertThat(call(call).language()).isNull();

    JsonNode output = set(call, "{'language': '%s'}".formatted(language));

    assertThat(output.path("ok").asBoolean()).isTrue();
    assertThat(output.path("say").asText()).isEqualTo(says);
    assertThat(call(call).language()).isEqualTo(language);
    assertThat(owner.api().get("/api/v1/calls/" + call).body().path("language").asText())
        .isEqualTo(language);
  }

  @Test
  void whoeverChangesBackHasChangedBack() {
    UUID call = speaks("'en-US', 'es-MX'");

    set(call, "{'language': 'es-MX'}");
    assertThat(set(call, "{'language': 'es-MX'}").path("ok").asBoolean()).isTrue();
    assertThat(call(call).language()).isEqualTo("es-MX");

    set(call, "{'language': 'en-US'}");
    assertThat(call(call).language()).isEqualTo("en-US");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'language': 'fr-FR'}",
        "{'language': 'es'}",
        "{'language': 'ES-MX'}",
        "{'language': ''}",
        "{'language': null}",
        "{'language': 7}",
        "{'language': ['es-MX']}",
        "{'language': 'es-MX', 'voice': 'marin'}",
        "{}",
        "[]",
        "Spanish, please"
      })
  void anotherOneIsNotSpoken(String arguments) {
    UUID call = speaks("'en-US', 'es-MX'");

    JsonNode output = set(call, arguments);

    assertThat(output.path("ok").asBoolean()).isFalse();
    assertThat(output.path("error").asText()).isNotEmpty();
    assertThat(call(call).language()).isNull();
  }

  private List<String> choices(UUID call) {
    return specs(call).stream()
        .filter(tool -> tool.name().equals("set_language"))
        .map(tool -> tool.parameters().at("/properties/language/enum"))
        .flatMap(choices -> StreamSupport.stream(choices.spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private List<ToolSpec> specs(UUID call) {
    return service.bean(Tenancy.class).run(owner.tenant(), () -> tools.specs(on(call)));
  }

  private JsonNode set(UUID call, String arguments) {
    var finished = new CompletableFuture<JsonNode>();
    tools.run(
        on(call),
        new FunctionCall("fc_" + ++uses, "set_language", arguments.replace('\'', '"')),
        done -> finished.complete(done.call().output()));
    return finished.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /// A call to a receptionist who speaks these.
  private UUID speaks(String languages) {
    String id = owner.api().get("/api/v1/receptionists").body().at("/data/0/id").asText();
    String path = "/api/v1/receptionists/" + id;
    var changed = owner.api().patch(path, "{'languages': [%s]}".formatted(languages));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(owner.api().post(path + "/publish", "{}").status()).isLessThan(300);
    return new PracticeCalls(service, owner.tenant()).answered();
  }

  private Call call(UUID id) {
    return service.bean(CallLog.class).find(owner.tenant(), id).orElseThrow();
  }

  private OnCall on(UUID call) {
    return service
        .bean(Tenancy.class)
        .run(
            owner.tenant(),
            () ->
                OnCall.of(
                    owner.tenant(), call(call), service.bean(Businesses.class).of(owner.tenant())));
  }
}

package io.frontdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.ConversationEvent.BudgetSpent;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.Effect.LetModelYield;
import io.frontdesk.conversation.Effect.Speak;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sentences that are not the model's to find, once the caller has changed the language.
class ChangedLanguageTest {
  private static final FunctionCall CHANGE =
      new FunctionCall("c1", Script.CHANGES_LANGUAGE, "{\"language\":\"es-MX\"}");
  private static final Script ENGLISH = Script.english("Acme, hello!", true);

  @ParameterizedTest
  @CsvSource({"es-MX", "de-AT"})
  void areSaidInTheNewOne(String tag) {
    Script script = Script.in(tag, "Acme, hello!", true);

    Talk silent = changedTo(tag);
    for (String words :
        List.of(
            script.stillThere().getFirst(), script.stillThere().getLast(), script.nobodyThere())) {
      assertThat(silent.pass(7)).contains(new Speak(silent.lastRequest(), words));
      String response = "resp_" + silent.lastRequest();
      silent.follows(response);
      silent.receptionistSays(response, "a_" + silent.lastRequest(), words);
    }
    Talk dear = changedTo(tag);
    assertThat(dear.on(new BudgetSpent()))
        .containsExactly(new LetModelYield(false), new Speak("r2", script.timeIsUp()));
    assertThat(script.timeIsUp()).isNotEqualTo(ENGLISH.timeIsUp());
  }

  @Test
  void staysAsItIsWhereTheToolRefuses() {
    Talk talk = changing(output("es-MX").put("ok", false));

    assertThat(talk.on(new BudgetSpent()))
        .containsExactly(new LetModelYield(false), new Speak("r2", ENGLISH.timeIsUp()));
  }

  @Test
  void areTheModelsToTranslateWhereNobodyHasWrittenThem() {
    Talk talk = changedTo("fr-FR");

    assertThat(talk.on(new BudgetSpent()))
        .containsExactly(new LetModelYield(false), new Speak("r2", ENGLISH.timeIsUp()));
  }

  private static Talk changedTo(String tag) {
    return changing(output(tag));
  }

  /// A call whose model has had the language changed, and has said so.
  private static Talk changing(ObjectNode output) {
    Talk talk = Talk.afterTheGreeting();
    talk.callerSays("u1", "¿Habla español?", "resp_1");
    talk.completes("resp_1", CHANGE);
    var none = JsonNodeFactory.instance.objectNode();
    talk.on(new ToolFinished(new ToolCall("c1", CHANGE.name(), none, output), false));
    talk.follows("resp_2");
    talk.receptionistSays("resp_2", "a1", "Claro que sí.");
    return talk;
  }

  private static ObjectNode output(String tag) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ok", true)
        .put("language", tag)
        .put("say", "Claro que sí.");
  }
}

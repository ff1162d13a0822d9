package io.frontdesk.voice.turnbased;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.frontdesk.call.ToolCall;
import io.frontdesk.chat.NamedModel;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// What a thought does while somebody waits for it, and when nobody does any more.
class ThoughtTest {
  private final List<String> done = new ArrayList<>();
  private int asked;

  @Test
  void whatTheModelWantsDoneIsDoneWhileSomebodyWaits() {
    assertThat(thought(() -> asked > 5).reply().done()).hasSize(2);
    assertThat(done).containsExactly("take_message", "take_message");
  }

  @Test
  void nothingIsDoneForAnAnswerThatComesTooLate() {
    assertThatThrownBy(() -> thought(() -> asked == 1).reply()).isInstanceOf(NoAnswer.class);

    assertThat(done).isEmpty();
  }

  @Test
  void nobodyIsAskedForAnAnswerThatComesTooLate() {
    assertThatThrownBy(() -> thought(() -> !done.isEmpty()).reply()).isInstanceOf(NoAnswer.class);

    assertThat(asked).isEqualTo(1);
  }

  /// A model that wants a message taken twice, and says so then.
  private Thought thought(BooleanSupplier late) {
    var model =
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            asked++;
            return ChatResponse.builder()
                .aiMessage(asked < 3 ? AiMessage.from(wanted()) : AiMessage.from("It is noted."))
                .build();
          }
        };
    return new Thought(
        1,
        List.of(new NamedModel("by hand", model)),
        List.of(),
        this::finished,
        late,
        true,
        List.of(UserMessage.from("Take a message.")));
  }

  private static ToolExecutionRequest wanted() {
    return ToolExecutionRequest.builder().id("1").name("take_message").arguments("{}").build();
  }

  private ToolFinished finished(FunctionCall call) {
    done.add(call.name());
    var output = JsonNodeFactory.instance.objectNode().put("ok", true);
    return new ToolFinished(new ToolCall(call.callId(), call.name(), output, output), false);
  }
}

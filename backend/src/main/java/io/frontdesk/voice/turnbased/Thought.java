package io.frontdesk.voice.turnbased;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.frontdesk.call.ModelTokens;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Usage;
import io.frontdesk.chat.ChatTokens;
import io.frontdesk.chat.NamedModel;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.voice.turnbased.Reply.Then;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the answer to what a caller said: asks a model, has done what it wants done, and asks
/// again, until it says something. Blocks for as long as that takes.
final class Thought {
  private static final Logger LOG = LoggerFactory.getLogger(Thought.class);

  /// A model that has more done than this before it says a word goes round in circles.
  private static final int MOST_ROUNDS = 6;

  private final int step;
  private final List<NamedModel> models;
  private final List<ToolSpecification> tools;
  private final Function<FunctionCall, ToolFinished> hands;
  private final BooleanSupplier late;
  private final boolean english;
  private final List<ChatMessage> messages;
  private final List<ToolCall> done = new ArrayList<>();
  private final List<Usage> used = new ArrayList<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /// @param step of the call: what is done in it is done once, however often it is thought about
  /// @param models are asked one after the other, as long as they fail
  /// @param hands do what a model wants done
  /// @param late whether nobody waits for the answer any more: nothing more is done then
  /// @param english whether what tools say can be said as it is
  Thought(
      int step,
      List<NamedModel> models,
      List<ToolSpecification> tools,
      Function<FunctionCall, ToolFinished> hands,
      BooleanSupplier late,
      boolean english,
      List<ChatMessage> briefing) {
    this.step = step;
    this.models = models;
    this.tools = tools;
    this.hands = hands;
    this.late = late;
    this.english = english;
    this.messages = new ArrayList<>(briefing);
  }

  /// @throws NoAnswer if no model has one
  Reply reply() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      AiMessage answer = ask();
      if (!answer.hasToolExecutionRequests()) {
        return new Reply(Sentences.spoken(answer.text()), done, Then.LISTEN, used);
      }
      messages.add(answer);
      for (ToolExecutionRequest request : answer.toolExecutionRequests()) {
        refuseLate();
        ToolFinished finished = hands.apply(functionCall(request));
        done.add(finished.call());
        String say = finished.call().output().path("say").asText();
        messages.add(ToolExecutionResultMessage.from(request, finished.call().output().toString()));
        if (finished.endsCall() || finished.handsOver()) {
          Then then = finished.endsCall() ? Then.LEAVE : Then.HAND_OVER;
          return new Reply(english ? say : translated(say), done, then, used);
        }
      }
    }
    throw new NoAnswer("it asked for %d tools and said nothing".formatted(done.size()), null);
  }

  /// The last words that no model translates are said as they are.
  private String translated(String last) {
    try {
      String said = Sentences.spoken(ask().text());
      return said.isEmpty() ? last : said;
    } catch (NoAnswer e) {
      return last;
    }
  }

  /// An id of our own: asked again after a crash, the model chooses another, and the deed must not
  /// be done again for that.
  private FunctionCall functionCall(ToolExecutionRequest request) {
    int use = uses.merge(request.name(), 1, Integer::sum);
    String id = "step_%d_%s_%d".formatted(step, request.name(), use);
    String arguments = request.arguments();
    return new FunctionCall(id, request.name(), arguments == null ? "{}" : arguments);
  }

  private void refuseLate() {
    if (late.getAsBoolean()) {
      throw new NoAnswer("its time is over", null);
    }
  }

  private AiMessage ask() {
    refuseLate();
    RuntimeException last = null;
    for (NamedModel model : models) {
      try {
        return answer(model);
      } catch (RuntimeException e) {
        LOG.warn("{} gives no answer: {}", model.name(), e.toString());
        last = e;
      }
    }
    throw new NoAnswer("no chat model answers", last);
  }

  private AiMessage answer(NamedModel model) {
    var request = ChatRequest.builder().messages(messages).toolSpecifications(tools).build();
    ChatResponse response = model.model().chat(request);
    ModelTokens tokens = ChatTokens.of(response);
    if (tokens != null) {
      used.add(new Usage(UuidCreator.getTimeOrderedEpoch(), Usage.Kind.CHAT, model.name(), tokens));
    }
    AiMessage answer = response.aiMessage();
    boolean empty = answer.text() == null || Sentences.spoken(answer.text()).isEmpty();
    if (empty && !answer.hasToolExecutionRequests()) {
      throw new NoAnswer("it said nothing", null);
    }
    return answer;
  }
}

package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.tool.Parameters.Reading;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the tools that the model asks for. Whatever happens, each call is answered once, with
/// something that the model can say to the caller; and what it does is done once, even if it is
/// asked for again under the same id.
@Singleton
public class ToolBox {
  private static final Logger LOG = LoggerFactory.getLogger(ToolBox.class);
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private final List<Tool> tools;
  private final CallLog log;
  private final Duration limit;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  ToolBox(List<Tool> tools, CallLog log) {
    this(tools, log, LIMIT);
  }

  ToolBox(List<Tool> tools, CallLog log, Duration limit) {
    this.tools = tools.stream().sorted(Comparator.comparing(Tool::name)).toList();
    this.log = log;
    this.limit = limit;
  }

  /// What the model is told about the tools.
  public List<ToolSpec> specs() {
    return tools.stream()
        .map(tool -> new ToolSpec(tool.name(), tool.description(), tool.parameters().schema()))
        .toList();
  }

  /// Runs a call on a thread of its own.
  /// @param done is told once, within about eight seconds, on any thread
  public void run(OnCall on, FunctionCall call, Consumer<ToolFinished> done) {
    var deed = new Deed();
    var finished = CompletableFuture.supplyAsync(() -> attempt(on, call, deed), threads);
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(
            () -> {
              if (deed.giveUp()) {
                finished.complete(finished(call, tooSlow()));
              }
            });
    var _ = finished.thenAccept(done);
  }

  private ToolFinished attempt(OnCall on, FunctionCall call, Deed deed) {
    Tool tool = tools.stream().filter(t -> t.name().equals(call.name())).findFirst().orElse(null);
    if (tool == null) {
      return finished(call, Output.failed("I am sorry, I cannot do that.", "no such tool"));
    }
    return switch (tool.parameters().read(call.arguments())) {
      case Reading.Bad bad -> finished(call, refused(bad));
      case Reading.Good good -> attempt(on, call, deed, tool, good);
    };
  }

  private ToolFinished attempt(
      OnCall on, FunctionCall call, Deed deed, Tool tool, Reading.Good good) {
    JsonNode output;
    try {
      output =
          tool.endsCall()
              ? tool.run(on, good.arguments())
              : log.receipt(
                  on.tenant(),
                  on.callId(),
                  call.callId(),
                  tool.name(),
                  good.json(),
                  () -> {
                    ObjectNode result = tool.run(on, good.arguments());
                    deed.finish();
                    return result;
                  });
    } catch (Deed.TooLate e) {
      output = tooSlow();
    } catch (RuntimeException e) {
      LOG.warn("{} failed on call {}", tool.name(), on.callId(), e);
      output =
          Output.failed(
              "I am sorry, that did not work just now.", "it failed for a technical reason");
    }
    boolean ok = output.path("ok").asBoolean();
    return new ToolFinished(
        new ToolCall(call.callId(), tool.name(), good.json(), output),
        ok && tool.endsCall(),
        ok && tool.isReadBack());
  }

  private static ObjectNode refused(Reading.Bad bad) {
    if (bad.argument().isEmpty()) {
      return Output.failed("Sorry, could you say that once more?", bad.problem());
    }
    String name = bad.argument().replace('_', ' ');
    return Output.again(bad.argument(), "Could you tell me the " + name + " again, please?")
        .put("error", bad.problem());
  }

  private static ObjectNode tooSlow() {
    return Output.failed("I am sorry, that is taking too long just now.", "it was given up");
  }

  private static ToolFinished finished(FunctionCall call, ObjectNode output) {
    JsonNode arguments = TextNode.valueOf(call.arguments());
    return new ToolFinished(new ToolCall(call.callId(), call.name(), arguments, output), false);
  }
}

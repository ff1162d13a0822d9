package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Interner;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.DoneBefore;
import io.frontdesk.call.ToolCall;
import io.frontdesk.conversation.ConversationEvent.ToolFinished;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.tool.Parameters.Reading;
import io.frontdesk.httptool.HttpTool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the tools that the model asks for. Whatever happens, each call is answered once, with
/// something that the model can say to the caller; and what it does is done once, even if it is
/// asked for again: under the same id, or with the same words within the same wish.
@Singleton
public class ToolBox {
  private static final Logger LOG = LoggerFactory.getLogger(ToolBox.class);
  private static final Duration LIMIT = Duration.ofSeconds(8);

  /// What models are told of a tool is the same on most calls, and nobody changes it: calls that go
  /// on at the same time share it, for it would be half of what an idle one takes.
  private static final Interner<ToolSpec> SHARED = Interner.newWeakInterner();

  private final List<Tool> tools;
  private final BusinessTools others;
  private final CallLog log;
  private final DoneBefore done;
  private final Duration limit;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  ToolBox(List<Tool> tools, BusinessTools others, CallLog log, DoneBefore done) {
    this(tools, others, log, done, LIMIT);
  }

  ToolBox(List<Tool> tools, BusinessTools others, CallLog log, DoneBefore done, Duration limit) {
    this.tools = tools.stream().sorted(Comparator.comparing(Tool::name)).toList();
    this.done = done;
    this.others = others;
    this.log = log;
    this.limit = limit;
  }

  /// What the model is told about the tools on this call, in the tenant's transaction.
  public List<ToolSpec> specs(OnCall on) {
    var own =
        tools.stream()
            .filter(tool -> tool.isOffered(on))
            .map(
                tool ->
                    new ToolSpec(tool.name(), tool.description(), tool.parameters(on).schema()));
    return Stream.concat(own, others.specs(on).stream()).map(SHARED::intern).toList();
  }

  /// Runs a call on a thread of its own.
  /// @param done is told once, within about eight seconds, on any thread
  public void run(OnCall on, FunctionCall call, Consumer<ToolFinished> done) {
    run(on, call, limit, done);
  }

  /// The same for whoever has no more than so much time: what is not done by then never is.
  public void run(OnCall on, FunctionCall call, Duration within, Consumer<ToolFinished> done) {
    Duration time = within.compareTo(limit) < 0 ? within : limit;
    var deed = new Deed();
    var finished = CompletableFuture.supplyAsync(() -> attempt(on, call, deed), threads);
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, threads)
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
      return attemptOther(on, call, deed);
    }
    Reading reading;
    try {
      reading = tool.parameters(on).read(call.arguments());
    } catch (RuntimeException e) {
      LOG.warn("{} failed on call {}", tool.name(), on.callId(), e);
      return finished(call, broken());
    }
    return switch (reading) {
      case Reading.Bad bad -> finished(call, refused(bad));
      case Reading.Good good -> attempt(on, call, deed, tool, good);
    };
  }

  /// A tool of the business's own: other systems are asked outside of any transaction, and what
  /// came of it is kept in one.
  private ToolFinished attemptOther(OnCall on, FunctionCall call, Deed deed) {
    try {
      HttpTool tool = others.find(on, call.name()).orElse(null);
      if (tool == null) {
        return finished(call, Output.failed("I am sorry, I cannot do that.", "no such tool"));
      }
      return switch (Parameters.object(call.arguments(), object -> others.read(tool, object))) {
        case Reading.Bad bad -> finished(call, refused(bad));
        case Reading.Good good -> {
          ObjectNode output = others.use(on, call.callId(), tool, good.json());
          deed.finish();
          yield new ToolFinished(
              new ToolCall(
                  call.callId(),
                  tool.name(),
                  good.json(),
                  log.receipt(
                      on.tenant(),
                      on.callId(),
                      call.callId(),
                      tool.name(),
                      good.json(),
                      () -> output)),
              false);
        }
      };
    } catch (Deed.TooLate e) {
      return finished(call, tooSlow());
    } catch (RuntimeException e) {
      LOG.warn("{} failed on call {}", call.name(), on.callId(), e);
      return finished(call, broken());
    }
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
                    JsonNode result =
                        sameWish(on, tool, good).orElseGet(() -> tool.run(on, good.arguments()));
                    deed.finish();
                    return result;
                  });
    } catch (Deed.TooLate e) {
      output = tooSlow();
    } catch (RuntimeException e) {
      LOG.warn("{} failed on call {}", tool.name(), on.callId(), e);
      output = broken();
    }
    boolean ok = output.path("ok").asBoolean();
    return new ToolFinished(
        new ToolCall(call.callId(), tool.name(), good.json(), output),
        ok && tool.endsCall(),
        ok && (tool.isReadBack() || tool.handsOver()),
        ok && tool.handsOver());
  }

  /// What was made already is not made again under another id.
  private Optional<JsonNode> sameWish(OnCall on, Tool tool, Reading.Good good) {
    return tool.makesSomething() && !tool.meansAnother(on, good.arguments())
        ? done.sameWish(on.tenant(), on.callId(), tool.name(), good.json(), takingBack(tool))
        : Optional.empty();
  }

  private List<String> takingBack(Tool tool) {
    return tools.stream()
        .filter(other -> other.takesBack().contains(tool.name()))
        .map(Tool::name)
        .toList();
  }

  private static ObjectNode refused(Reading.Bad bad) {
    if (bad.argument().isEmpty()) {
      return Output.failed("Sorry, could you say that once more?", bad.problem());
    }
    String name = bad.argument().replace('_', ' ');
    return Output.again(bad.argument(), "Could you tell me the " + name + " again, please?")
        .put("error", bad.problem());
  }

  private static ObjectNode broken() {
    return Output.failed(
        "I am sorry, that did not work just now.", "it failed for a technical reason");
  }

  private static ObjectNode tooSlow() {
    return Output.failed("I am sorry, that is taking too long just now.", "it was given up");
  }

  private static ToolFinished finished(FunctionCall call, ObjectNode output) {
    JsonNode arguments = TextNode.valueOf(call.arguments());
    return new ToolFinished(new ToolCall(call.callId(), call.name(), arguments, output), false);
  }
}

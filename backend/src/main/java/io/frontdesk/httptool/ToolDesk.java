package io.frontdesk.httptool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.Actor;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.httptool.HttpToolCaller.Answer;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where receptionists use the business's own tools. What changes something is done once for each
/// call and wish, however often it is asked for; it is written down before and after, and what
/// nobody knows the end of is not done again.
@Singleton
public class ToolDesk {
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final HttpTools tools;
  private final HttpToolUses uses;
  private final HttpToolCaller caller;
  private final AuditLog audit;
  private final Tenancy tenancy;
  private final Clock clock;

  ToolDesk(
      HttpTools tools,
      HttpToolUses uses,
      HttpToolCaller caller,
      AuditLog audit,
      Tenancy tenancy,
      Clock clock) {
    this.audit = audit;
    this.tools = tools;
    this.uses = uses;
    this.caller = caller;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Something that is wrong with what the model told.
  ///
  /// @param argument whose value it is; empty if none alone
  public record Fault(String argument, String problem) {}

  /// The call on which a tool is used.
  ///
  /// @param caller null if the number is withheld
  /// @param isTest whether nothing may come of it
  public record Occasion(
      TenantId tenant, UUID callId, String functionCallId, @Nullable E164 caller, boolean isTest) {}

  /// The tools that a receptionist has, by name.
  public List<HttpTool> of(TenantId tenant, UUID receptionist) {
    return tenancy.run(
        tenant,
        () ->
            tools.findByTenantIdAndReceptionistIdAndRetiredAtIsNullOrderByName(
                tenant, receptionist));
  }

  public Optional<HttpTool> find(TenantId tenant, UUID receptionist, String name) {
    return tenancy.run(
        tenant,
        () ->
            tools.findByTenantIdAndReceptionistIdAndNameAndRetiredAtIsNull(
                tenant, receptionist, name));
  }

  /// What is wrong with these arguments; empty if nothing is.
  public Optional<Fault> fault(HttpTool tool, ObjectNode arguments) {
    return ParameterSchema.faults(tool.parameters(), arguments).stream()
        .findFirst()
        .map(fault -> new Fault(fault.argument(), fault.problem()));
  }

  /// Uses a tool. Takes seconds, and belongs in no transaction.
  ///
  /// @param arguments without a [Fault]
  /// @return `ok` and the `result` that the model may see, or the `error`
  public ObjectNode use(Occasion on, HttpTool tool, ObjectNode arguments) {
    if (on.isTest() && !tool.safe()) {
      return failed("this is a test call: nothing that changes something is done on it");
    }
    String intent = tool.safe() ? null : intent(arguments);
    UUID use = UuidCreator.getTimeOrderedEpoch();
    if (!begins(on, tool, intent, use)) {
      return tenancy
          .run(
              on.tenant(),
              () ->
                  uses.before(
                      on.tenant().value(), on.callId(), tool.id(), on.functionCallId(), intent))
          .map(ToolDesk::read)
          .orElseGet(() -> failed("it was asked for before, and nobody knows whether it was done"));
    }
    Answer answer = caller.ask(tool, told(on, arguments), arguments, key(on, tool, intent, use));
    return switch (answer) {
      case Answer.Done done -> {
        ObjectNode output = JsonNodeFactory.instance.objectNode().put("ok", true);
        output.set("result", done.seen());
        ends(on, tool, use, output);
        yield output;
      }
      case Answer.Refused refused -> {
        undo(on, tool, use, "refused");
        yield failed("the other system answered with status %d".formatted(refused.status()));
      }
      case Answer.Failed failure -> {
        if (tool.safe() || !failure.isUncertain()) {
          undo(on, tool, use, "failed");
          yield failed("the other system could not be asked");
        }
        tenancy.run(on.tenant(), () -> note(on, tool, "unknown"));
        yield failed("the other system did not answer: nobody knows whether it was done");
      }
    };
  }

  private boolean begins(Occasion on, HttpTool tool, @Nullable String intent, UUID use) {
    return tenancy.run(
            on.tenant(),
            () ->
                uses.begin(
                    on.tenant().value(),
                    use,
                    tool.id(),
                    on.callId(),
                    on.functionCallId(),
                    intent,
                    clock.instant()))
        > 0;
  }

  private void ends(Occasion on, HttpTool tool, UUID use, ObjectNode output) {
    tenancy.run(
        on.tenant(),
        () -> {
          uses.end(on.tenant().value(), use, output.toString(), clock.instant());
          note(on, tool, "done");
        });
  }

  private void undo(Occasion on, HttpTool tool, UUID use, String outcome) {
    tenancy.run(
        on.tenant(),
        () -> {
          uses.undo(on.tenant().value(), use);
          note(on, tool, outcome);
        });
  }

  /// Which tool was used on which call, and what came of it. What was told and answered is not for
  /// the audit log: callers say it, and others keep it.
  private void note(Occasion on, HttpTool tool, String outcome) {
    audit.record(
        on.tenant(),
        Actor.SYSTEM,
        Change.done(
            "use",
            "http_tool",
            tool.id(),
            Map.of("name", tool.name(), "call_id", on.callId(), "outcome", outcome)));
  }

  private static ObjectNode told(Occasion on, ObjectNode arguments) {
    E164 number = on.caller();
    ObjectNode told = arguments.deepCopy();
    told.put("call_id", on.callId().toString());
    told.put("caller_number", number == null ? null : number.value());
    return told;
  }

  private static String key(Occasion on, HttpTool tool, @Nullable String intent, UUID use) {
    return intent == null
        ? use.toString()
        : UUID.nameUUIDFromBytes(
                "%s %s %s"
                    .formatted(on.callId(), tool.id(), intent)
                    .getBytes(StandardCharsets.UTF_8))
            .toString();
  }

  /// The same for the same arguments, whatever their order.
  private static String intent(ObjectNode arguments) {
    try {
      byte[] sorted = SORTED.writeValueAsBytes(SORTED.treeToValue(arguments, Map.class));
      return UUID.nameUUIDFromBytes(sorted).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode read(String output) {
    try {
      return (ObjectNode) SORTED.readTree(output);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode failed(String error) {
    return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
  }
}

package io.frontdesk.conversation.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.conversation.tool.Parameters.Reading;
import io.frontdesk.httptool.HttpTool;
import io.frontdesk.httptool.ToolDesk;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The tools that the business has written itself, as the model sees and uses them. They ask other
/// systems, and so belong in no transaction.
@Singleton
class BusinessTools {
  private final ToolDesk desk;

  BusinessTools(ToolDesk desk) {
    this.desk = desk;
  }

  /// What the model is told about them.
  List<ToolSpec> specs(OnCall on) {
    UUID receptionist = on.receptionistId();
    return receptionist == null
        ? List.of()
        : desk.of(on.tenant(), receptionist).stream()
            .map(
                tool -> new ToolSpec(tool.name(), tool.description(), tool.parameters().deepCopy()))
            .toList();
  }

  Optional<HttpTool> find(OnCall on, String name) {
    UUID receptionist = on.receptionistId();
    return receptionist == null ? Optional.empty() : desk.find(on.tenant(), receptionist, name);
  }

  /// Checks what the model sent.
  Reading read(HttpTool tool, ObjectNode arguments) {
    return desk.fault(tool, arguments)
        .<Reading>map(fault -> new Reading.Bad(fault.argument(), fault.problem()))
        .orElseGet(() -> new Reading.Good(new Arguments(Map.of()), arguments));
  }

  /// Uses a tool, once for each call and wish.
  ///
  /// @return what the model is answered
  ObjectNode use(OnCall on, String functionCallId, HttpTool tool, ObjectNode arguments) {
    var occasion =
        new ToolDesk.Occasion(on.tenant(), on.callId(), functionCallId, on.caller(), on.isTest());
    ObjectNode output = desk.use(occasion, tool, arguments);
    return output.path("ok").asBoolean()
        ? output
        : output.put("say", "I am sorry, I cannot find that out or have it done just now.");
  }
}

package io.frontdesk.httptool;

import java.util.Optional;
import java.util.Set;

/// The names that tools of a business cannot have, because receptionists' own tools have them, or
/// will.
public final class ToolNames {
  /// All of them.
  public static final Set<String> TAKEN =
      Set.of(
          "cancel_appointment",
          "check_availability",
          "create_customer",
          "create_service_request",
          "end_call",
          "find_appointments",
          "list_services",
          "lookup_customer",
          "move_appointment",
          "note_question",
          "promise_call_back",
          "reschedule_appointment",
          "schedule_appointment",
          "search_knowledge",
          "set_language",
          "take_message",
          "transfer_call",
          "update_intake");

  private ToolNames() {}

  static Optional<String> problem(String name) {
    return TAKEN.contains(name)
        ? Optional.of("is the name of a tool that receptionists have already")
        : Optional.empty();
  }
}

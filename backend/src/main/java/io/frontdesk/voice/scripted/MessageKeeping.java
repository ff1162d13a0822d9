package io.frontdesk.voice.scripted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Urgency;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Passes on what was noted, once for each call, as if a model had asked for it.
@Singleton
class MessageKeeping {
  private static final String RECEIPT = "scripted";

  private final CallLog log;
  private final MessageDesk desk;
  private final ObjectMapper json;

  MessageKeeping(CallLog log, MessageDesk desk, ObjectMapper json) {
    this.log = log;
    this.desk = desk;
    this.json = json;
  }

  /// Keeps a note that says something; another one is nobody's.
  void keep(TenantId tenant, Call call, Phrases phrases, Note note) {
    if (!note.saysSomething()) {
      return;
    }
    String text = note.text().isBlank() ? phrases.text("no_message") : note.text();
    Urgency urgency = Objects.requireNonNullElse(note.urgency(), Urgency.NORMAL);
    var phone = note.phone() == null ? call.party() : note.phone();
    log.receipt(
        tenant,
        call.id(),
        RECEIPT,
        "take_message",
        arguments(note.name(), text),
        () -> {
          desk.take(tenant, new MessageDesk.Note(call.id(), note.name(), phone, text, urgency));
          return json.createObjectNode().put("ok", true);
        });
  }

  private ObjectNode arguments(@Nullable String name, String text) {
    return json.createObjectNode().put("name", name).put("text", text);
  }
}

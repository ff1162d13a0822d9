package io.frontdesk.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.appointment.AppointmentBook;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallMoment;
import io.frontdesk.call.CallResults;
import io.frontdesk.call.OpenCalls;
import io.frontdesk.lead.Leads;
import io.frontdesk.message.Messages;
import io.frontdesk.outbox.Announcement;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Puts what happens into the words of the live connection. Reads what is stored, so it blocks.
@Singleton
class LiveEvents {
  private static final int MOST_CALLS = 200;

  private final OpenCalls open;
  private final CallLog calls;
  private final CallResults results;
  private final Leads leads;
  private final Messages messages;
  private final AppointmentBook appointments;
  private final OnAir onAir;
  private final Tenancy tenancy;
  private final ObjectMapper json;
  private final Clock clock;

  LiveEvents(
      OpenCalls open,
      CallLog calls,
      CallResults results,
      Leads leads,
      Messages messages,
      AppointmentBook appointments,
      OnAir onAir,
      Tenancy tenancy,
      ObjectMapper json,
      Clock clock) {
    this.open = open;
    this.calls = calls;
    this.results = results;
    this.leads = leads;
    this.messages = messages;
    this.appointments = appointments;
    this.onAir = onAir;
    this.tenancy = tenancy;
    this.json = json;
    this.clock = clock;
  }

  /// The calls that go on, with all that is known of them at this moment.
  LiveEvent snapshot(TenantId tenant) {
    var shown = open.of(tenant, MOST_CALLS).stream().map(this::shown).toList();
    return new LiveEvent("live.snapshot", clock.instant(), Map.of("calls", shown));
  }

  private ObjectNode shown(OpenCalls.OpenCall open) {
    ObjectNode call = json.valueToTree(open.call());
    UUID id = open.call().id();
    call.set("turns", json.valueToTree(open.turns()));
    call.set(
        "partial",
        json.valueToTree(
            onAir
                .partial(id)
                .filter(partial -> partial.index() >= open.turns().size())
                .orElse(null)));
    call.set("tool", json.valueToTree(onAir.tool(id).orElse(null)));
    return call;
  }

  /// What is told of a change; empty if nobody is told of it, or it is gone again.
  Optional<LiveEvent> of(Announcement change) {
    return data(change).map(data -> new LiveEvent(change.type(), change.at(), data));
  }

  private Optional<JsonNode> data(Announcement change) {
    TenantId tenant = change.tenant();
    UUID id = change.subjectId();
    return switch (change.type()) {
      case "turn.final" ->
          Optional.of(change.data().<ObjectNode>deepCopy().put("call_id", id.toString()));
      case "call.started", "call.updated", "call.ended", "call.analyzed" ->
          calls.find(tenant, id).map(json::valueToTree);
      case "lead.created", "lead.updated" -> lead(tenant, id);
      case "message.taken", "message.updated", "voicemail.received" ->
          tenancy
              .run(tenant, () -> messages.findByTenantIdAndId(tenant, id))
              .map(json::valueToTree);
      case "appointment.booked", "appointment.updated", "appointment.cancelled" ->
          appointments.find(tenant, id).map(json::valueToTree);
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> lead(TenantId tenant, UUID id) {
    return leads
        .find(tenant, id)
        .map(
            lead -> {
              ObjectNode shown = json.valueToTree(lead);
              var calls = results.ofLeads(tenant, List.of(id)).getOrDefault(id, List.of());
              shown.set("call_ids", json.valueToTree(calls));
              return shown;
            });
  }

  /// What is told of a moment; empty if nobody is told of it.
  Optional<LiveEvent> of(CallMoment moment) {
    return switch (moment) {
      case CallMoment.Speaking m ->
          event(
              "turn.partial",
              Map.of(
                  "call_id",
                  m.callId(),
                  "index",
                  m.index(),
                  "speaker",
                  m.speaker(),
                  "text",
                  m.text()));
      case CallMoment.ToolStarted m ->
          event("tool.started", Map.of("call_id", m.callId(), "name", m.tool()));
      case CallMoment.ToolFinished m ->
          event("tool.finished", Map.of("call_id", m.callId(), "name", m.tool(), "ok", m.ok()));
      case CallMoment.LineClosed _ -> Optional.empty();
    };
  }

  /// Counts have changed.
  LiveEvent tick() {
    return new LiveEvent("stats.tick", clock.instant(), Map.of());
  }

  byte[] write(LiveEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<LiveEvent> event(String type, Object data) {
    return Optional.of(new LiveEvent(type, clock.instant(), data));
  }
}

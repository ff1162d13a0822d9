package io.frontdesk.conversation.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.business.Business;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallEvent;
import io.frontdesk.call.CallEvents;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.EventChunk;
import io.frontdesk.call.Resumption;
import io.frontdesk.conversation.recording.LogFormat;
import io.frontdesk.message.MessageDesk;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a transfer leaves behind, in the transaction that moves it: a line in the call's log, word
/// to whoever watches the call, and a promise to call back where that is owed.
@Singleton
class TransferNews {
  private final CallEvents events;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, HH:mm", Locale.ENGLISH);

  private final CallResumptions resumptions;
  private final MessageDesk messages;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final Clock clock;

  TransferNews(
      CallEvents events,
      CallResumptions resumptions,
      MessageDesk messages,
      Outbox outbox,
      ObjectMapper json,
      Clock clock) {
    this.events = events;
    this.resumptions = resumptions;
    this.messages = messages;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  /// It is now so far.
  void tell(TenantId tenant, Transfer now) {
    UUID callId = now.callId();
    var line =
        new CallEvent(
            now.updatedAt(), LogFormat.TRANSFER + WireName.of(now.phase()), data(now), List.of());
    events.append(tenant, callId, new EventChunk(1, write(List.of(line))));
    outbox.announce(tenant, "call.updated", callId, Map.of("transfer", now.phase()));
  }

  private ObjectNode data(Transfer now) {
    ObjectNode data = json.createObjectNode().put("transfer_id", now.id().toString());
    data.put("to", now.legs().get(now.leg()).title());
    data.set("result", json.valueToTree(now.result()));
    return data;
  }

  private String write(List<CallEvent> lines) {
    try {
      return json.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Starts the clock by which the caller is to be called back.
  ///
  /// @return by when, by the business's own clock
  ZonedDateTime promise(TenantId tenant, Call call, Transfer transfer, Business business) {
    Instant read = CallBackClock.due(transfer.urgency(), business, call.now(clock));
    Instant due = read.minus(call.clockOffset());
    var note =
        new MessageDesk.Note(call.id(), null, call.party(), text(transfer), transfer.urgency());
    messages.promiseCallBack(tenant, note, due);
    return read.atZone(business.timeZone());
  }

  /// What the receptionist says, and knows, who has the caller again.
  ///
  /// @param due by when the caller is to be called back
  void comeBack(TenantId tenant, Transfer transfer, TransferWords words, ZonedDateTime due) {
    String tried =
        transfer.legs().stream()
            .map(leg -> leg.title() + " (" + said(leg.result()) + ")")
            .collect(Collectors.joining(", "));
    String note =
        """
        You tried to connect the caller with: %s. Nobody took the call. You have told the caller so, and offered to
        take a message: do that with `take_message` when they leave one. The business has been told to call them back
        by %s at the latest.\
        """
            .formatted(tried, TIME.format(due));
    resumptions.waits(tenant, transfer.callId(), new Resumption(words.nobody(), note));
  }

  private static String said(@Nullable LegResult result) {
    return switch (result) {
      case null -> "not rung";
      case CONNECTED -> "talked";
      case NO_ANSWER -> "did not answer";
      case BUSY -> "was busy";
      case DECLINED -> "did not take it";
      case FAILED -> "could not be reached";
      case CALLER_HUNG_UP -> "the caller did not wait";
    };
  }

  private static String text(Transfer transfer) {
    String summary = transfer.summary() == null ? transfer.reason() : transfer.summary();
    return summary == null
        ? "Wanted to talk to " + transfer.legs().getFirst().title() + "."
        : summary;
  }
}

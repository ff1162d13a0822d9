package io.frontdesk.call;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CleanText;
import io.frontdesk.web.WireName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What was said and done on calls, in the running transaction.
@Singleton
class Transcripts {
  private final Calls calls;
  private final Turns turns;
  private final Receipts receipts;
  private final StoredJson json;
  private final Outbox outbox;

  Transcripts(Calls calls, Turns turns, Receipts receipts, StoredJson json, Outbox outbox) {
    this.calls = calls;
    this.turns = turns;
    this.receipts = receipts;
    this.json = json;
    this.outbox = outbox;
  }

  /// Stores a turn, once. If another one has its index, because it comes late from a stream after
  /// which the call has gone on, it comes after all others.
  ///
  /// @return whether it was not there
  boolean store(TenantId tenant, UUID callId, Turn turn) {
    if (add(tenant, callId, turn)) {
      return true;
    }
    // Whoever else comes late waits: one takes the next index after the other.
    calls.lock(tenant.value(), callId);
    boolean known =
        turns.has(
            tenant.value(),
            callId,
            WireName.of(turn.speaker()),
            CleanText.of(turn.text()),
            turn.startedAt());
    return !known && add(tenant, callId, turn.at(turns.next(tenant.value(), callId)));
  }

  private boolean add(TenantId tenant, UUID callId, Turn turn) {
    int added =
        turns.add(
            tenant.value(),
            UuidCreator.getTimeOrderedEpoch(),
            callId,
            turn.index(),
            WireName.of(turn.speaker()),
            CleanText.of(turn.text()),
            turn.heardText() == null ? null : CleanText.of(turn.heardText()),
            turn.interrupted(),
            json.write(turn.toolCalls()),
            turn.startedAt(),
            turn.endedAt(),
            turn.replyMs());
    if (added > 0) {
      outbox.announce(tenant, "turn.final", callId, turn);
    }
    return added > 0;
  }

  List<Turn> inOrder(TenantId tenant, UUID callId) {
    return turns.inOrder(tenant.value(), callId);
  }

  /// What was done and is in none of the call's turns: whoever did it was gone before it could be
  /// said.
  List<ToolCall> untold(TenantId tenant, UUID callId, List<Turn> turns) {
    Set<String> told =
        turns.stream()
            .flatMap(turn -> turn.toolCalls().stream())
            .map(ToolCall::id)
            .collect(Collectors.toSet());
    return receipts.of(tenant.value(), callId).stream()
        .filter(receipt -> !told.contains(receipt.id()))
        .map(
            receipt ->
                new ToolCall(
                    receipt.id(),
                    receipt.tool(),
                    json.read(receipt.arguments()),
                    json.read(receipt.output())))
        .toList();
  }
}

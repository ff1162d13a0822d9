package io.frontdesk.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallEnded;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Finds out, when a call is over, which of the receptionist's answers came from which entries.
/// What it looked up is known from the search. What it was told before the call is not: there, the
/// words that answer and entry have in common have to tell.
@Singleton
class TraceKnowledge implements Job {
  private static final int ENTRIES_OF_A_TURN = 2;
  private static final int PASSAGES_LOOKED_AT = 20;

  /// Three words that matter, and two in five of all that were said.
  private static final int LEAST_COMMON = 3;

  private static final int LEAST_PERCENT = 40;
  private static final int PERCENT = 100;

  private final CallLog log;
  private final KnowledgeBook book;
  private final Passages passages;
  private final KnowledgeUses uses;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  TraceKnowledge(
      CallLog log,
      KnowledgeBook book,
      Passages passages,
      KnowledgeUses uses,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.log = log;
    this.book = book;
    this.passages = passages;
    this.uses = uses;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "trace_knowledge";
  }

  @EventListener
  void schedule(CallEnded ended) {
    outbox.soon(this, ended.tenant(), ended.callId());
  }

  @Override
  public void run(TenantId tenant, UUID callId) {
    log.find(tenant, callId).ifPresent(call -> tenancy.run(tenant, () -> trace(tenant, call)));
  }

  private void trace(TenantId tenant, Call call) {
    UUID receptionist = call.receptionistId();
    if (receptionist == null) {
      return;
    }
    Instant then = call.now(clock);
    boolean wasTold = !book.isLookedUp(tenant, receptionist, then);
    boolean asked = false;
    for (Turn turn : log.transcript(tenant, call.id())) {
      if (turn.speaker() == Speaker.CALLER) {
        asked = true;
      } else if (asked && turn.speaker() == Speaker.RECEPTIONIST) {
        Set<UUID> found = found(turn.toolCalls());
        if (wasTold || !found.isEmpty()) {
          said(tenant, receptionist, turn.heard(), then).stream()
              .filter(entry -> found.contains(entry) || wasTold)
              .limit(ENTRIES_OF_A_TURN)
              .forEach(
                  entry ->
                      uses.add(
                          tenant.value(),
                          UuidCreator.getTimeOrderedEpoch(),
                          call.id(),
                          turn.index(),
                          entry,
                          found.contains(entry)));
        }
      }
    }
  }

  /// Entries whose words were said, the likeliest first.
  private List<UUID> said(TenantId tenant, UUID receptionist, String words, Instant then) {
    return passages.search(tenant.value(), receptionist, words, then, PASSAGES_LOOKED_AT).stream()
        .filter(passage -> passage.common() >= LEAST_COMMON)
        .filter(passage -> passage.common() * PERCENT >= (long) passage.of() * LEAST_PERCENT)
        .map(Passages.Found::entryId)
        .distinct()
        .toList();
  }

  /// Entries that searches found.
  private static Set<UUID> found(List<ToolCall> calls) {
    var found = new HashSet<UUID>();
    for (ToolCall call : calls) {
      if (!call.tool().equals(KnowledgeBook.SEARCH)) {
        continue;
      }
      for (var entry : call.output().path("found")) {
        found.add(UUID.fromString(entry.path("entry_id").asText()));
      }
    }
    return found;
  }
}

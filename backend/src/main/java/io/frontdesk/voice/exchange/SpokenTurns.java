package io.frontdesk.voice.exchange;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Writes down what is said on calls that are held by TwiML, after what was said on them before.
/// The carrier tells when somebody has finished, and no more: how long they spoke is estimated.
@Singleton
public class SpokenTurns {
  /// As a brisk speaker's.
  private static final int MS_PER_LETTER = 62;

  /// How long the carrier waits to be sure that somebody has finished.
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final CallLog log;
  private final Clock clock;

  SpokenTurns(CallLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /// The caller has finished; nothing is written down of one who did nothing.
  public void caller(TenantId tenant, UUID callId, Heard heard) {
    String text =
        switch (heard) {
          case Heard.Words(String words) -> words;
          case Heard.Keys(String keys) -> "[pressed " + keys + "]";
          case Heard.Nothing _ -> "";
        };
    if (!text.isEmpty()) {
      Instant end = clock.instant().minus(SILENCE);
      add(tenant, callId, Speaker.CALLER, text, List.of(), end.minus(duration(text)), end);
      if (heard instanceof Heard.Words) {
        log.used(tenant, callId, List.of(CarrierEar.heard(duration(text))));
      }
    }
  }

  /// The receptionist says this from now on.
  ///
  /// @param done what it had done first
  public void receptionist(TenantId tenant, UUID callId, String text, List<ToolCall> done) {
    Instant now = clock.instant();
    add(tenant, callId, Speaker.RECEPTIONIST, text, done, now, now.plus(duration(text)));
  }

  private void add(
      TenantId tenant,
      UUID callId,
      Speaker speaker,
      String text,
      List<ToolCall> done,
      Instant from,
      Instant to) {
    var turns = log.transcript(tenant, callId);
    int index = turns.isEmpty() ? 0 : turns.getLast().index() + 1;
    Instant before = turns.isEmpty() ? Instant.MIN : turns.getLast().startedAt();
    Instant start = from.isBefore(before) ? before : from;
    Instant end = to.isBefore(start) ? start : to;
    log.store(tenant, callId, new Turn(index, speaker, text, null, false, done, start, end, null));
  }

  private static Duration duration(String text) {
    return Duration.ofMillis((long) text.length() * MS_PER_LETTER);
  }
}

package io.frontdesk.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.call.CallMoment;
import io.frontdesk.call.Speaker;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What is being said and done on the calls that this node carries, and is in no record yet.
@Singleton
class OnAir {
  private final ConcurrentMap<UUID, Now> calls = new ConcurrentHashMap<>();
  private final Clock clock;

  OnAir(Clock clock) {
    this.clock = clock;
  }

  /// Words of a turn that is not over.
  record Partial(int index, Speaker speaker, String text) {
    /// Whether there is something to show: words, or a caller whose words are still to come.
    @JsonIgnore
    boolean isShown() {
      return speaker == Speaker.CALLER || !text.isEmpty();
    }
  }

  record ToolAtWork(String name, Instant startedAt) {}

  /// This moment of one call.
  private record Now(Map<Integer, Partial> partials, @Nullable ToolAtWork tool) {
    static final Now NOTHING = new Now(Map.of(), null);

    Now with(Partial partial) {
      var all = new TreeMap<>(partials);
      all.put(partial.index(), partial);
      return new Now(all, tool);
    }

    Now after(int turn) {
      var later = new TreeMap<>(partials);
      later.keySet().removeIf(index -> index <= turn);
      return new Now(later, tool);
    }

    Now with(@Nullable ToolAtWork atWork) {
      return new Now(partials, atWork);
    }
  }

  /// Takes note; does not wait.
  void happened(CallMoment moment) {
    switch (moment) {
      case CallMoment.Speaking m -> {
        var partial = new Partial(m.index(), m.speaker(), m.text());
        calls.merge(m.callId(), Now.NOTHING.with(partial), (now, _) -> now.with(partial));
      }
      case CallMoment.ToolStarted m -> {
        var tool = new ToolAtWork(m.tool(), clock.instant());
        calls.merge(m.callId(), Now.NOTHING.with(tool), (now, _) -> now.with(tool));
      }
      case CallMoment.ToolFinished m ->
          calls.computeIfPresent(m.callId(), (_, now) -> now.with((ToolAtWork) null));
      case CallMoment.LineClosed m -> calls.remove(m.callId());
    }
  }

  /// The turn of this index is in the record.
  void recorded(UUID callId, int index) {
    calls.computeIfPresent(callId, (_, now) -> now.after(index));
  }

  /// The turn that was begun last.
  Optional<Partial> partial(UUID callId) {
    return now(callId).partials().values().stream()
        .filter(Partial::isShown)
        .reduce((_, later) -> later);
  }

  /// What the receptionist is doing.
  Optional<ToolAtWork> tool(UUID callId) {
    return Optional.ofNullable(now(callId).tool());
  }

  private Now now(UUID callId) {
    return calls.getOrDefault(callId, Now.NOTHING);
  }
}

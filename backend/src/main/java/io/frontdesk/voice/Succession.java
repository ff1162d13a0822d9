package io.frontdesk.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.call.ToolCall;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.conversation.Recap;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechSession;
import io.frontdesk.voice.wire.Drops;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has another session with the model ready before the one of a call comes to the provider's limit,
/// and finds a moment in which the one can take the other's place unheard. Of one event loop only.
///
/// Where none can be had, the first goes on until it ends.
final class Succession {
  private static final Logger LOG = LoggerFactory.getLogger(Succession.class);
  private static final Duration LONGEST_LEAD = Duration.ofMinutes(5);

  /// With less than this left, another one cannot be had any more.
  private static final Duration TOO_LATE = Duration.ofSeconds(1);

  /// Of a session's time this part is left for what comes after.
  private static final int LEAD_PART = 4;

  /// A caller who was silent for 200 ms is not in the middle of a word of which nobody told yet.
  private static final int SILENT_SAMPLES = 1600;

  private final PreparedCall call;
  private final Dialogue dialogue;
  private final SpeechSession.Listener listener;
  private final Recap recap;
  private final Drops drops;
  private final Clock clock;
  private @Nullable Channel caller;
  private @Nullable Instant end;
  private @Nullable ScheduledFuture<?> timer;
  private @Nullable Heir heir;
  private int silentSamples;
  private boolean over;

  /// @param listener is told what the session says that is the call's
  Succession(
      PreparedCall call,
      Dialogue dialogue,
      SpeechSession.Listener listener,
      Drops drops,
      Clock clock) {
    this.call = call;
    this.recap = call.history().recap();
    this.dialogue = dialogue;
    this.listener = listener;
    this.drops = drops;
    this.clock = clock;
  }

  /// The call has a line.
  void on(Channel line) {
    caller = line;
  }

  /// A turn is over, of which whoever takes over must know.
  void remember(Turn turn) {
    recap.add(turn);
  }

  /// A session began.
  /// @param expiresAt when the provider will end it; null if it does not tell
  void began(@Nullable Instant expiresAt) {
    end = expiresAt;
    Duration left = left();
    if (left != null) {
      Duration lead = left.dividedBy(LEAD_PART);
      after(left.minus(lead.compareTo(LONGEST_LEAD) < 0 ? lead : LONGEST_LEAD));
    }
  }

  /// Another session that is to hear the caller's next piece of audio, if one is ready and that of
  /// now can be left, because what it has heard is answered and nobody says anything; else null.
  @Nullable SpeechSession next(SpeechSession now, int samples, ByteBuf payload) {
    Heir next = heir;
    if (next == null || !next.ready || next.connection == null) {
      return null;
    }
    silentSamples = Loudness.of(payload) < Loudness.SPEECH ? silentSamples + samples : 0;
    if (!isSilent(next) || !dialogue.isQuiet()) {
      return null;
    }
    LOG.info("Call {} goes on in another session with the model", call.callSid());
    heir = null;
    silentSamples = 0;
    next.took = true;
    began(next.expiresAt);
    brief(next.connection);
    now.close();
    return next.connection;
  }

  /// Tells a session that hears nothing of the call yet what it must know of it.
  void brief(SpeechSession session) {
    recap.parts().forEach(part -> tell(session, part));
  }

  /// Where there always is a sound, silence is no longer asked for when time is short.
  private boolean isSilent(Heir next) {
    Duration left = left();
    boolean hurries = left != null && left.compareTo(next.hurry) < 0;
    return silentSamples >= SILENT_SAMPLES || hurries;
  }

  private static void tell(SpeechSession session, Recap.Part part) {
    switch (part) {
      case Recap.Part.Said said -> {
        var role = SpeechCommand.Role.of(said.speaker());
        session.send(new SpeechCommand.AddText(null, role, said.text()));
      }
      case Recap.Part.Did(ToolCall call) -> {
        JsonNode given = call.arguments();
        String arguments = given.isTextual() ? given.asText() : given.toString();
        var asked = new FunctionCall(call.id(), call.tool(), arguments);
        session.send(new SpeechCommand.AddCall(asked));
        session.send(new SpeechCommand.AnswerFunction(call.id(), call.output().toString()));
      }
    }
  }

  /// Nobody will take over any more.
  void stop() {
    over = true;
    if (timer != null) {
      timer.cancel(false);
    }
    if (heir != null && heir.connection != null) {
      heir.connection.close();
    }
    heir = null;
  }

  private @Nullable Duration left() {
    return end == null ? null : Duration.between(clock.instant(), end);
  }

  private void after(Duration time) {
    if (caller != null && !time.isNegative()) {
      timer = caller.eventLoop().schedule(this::prepare, time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void prepare() {
    Duration left = left();
    if (over || caller == null || left == null) {
      return;
    }
    var next = new Heir(left.dividedBy(2));
    heir = next;
    next.connection = call.model().open(caller.eventLoop(), caller.getClass(), drops, next);
  }

  private void failed(Heir one, String reason) {
    if (heir != one) {
      return;
    }
    heir = null;
    Duration left = left();
    LOG.warn("Call {} has no session to go on in: {}", call.callSid(), reason);
    if (!over && left != null && left.compareTo(TOO_LATE) > 0) {
      after(left.dividedBy(LEAD_PART));
    }
  }

  /// A session that says nothing and hears nothing until it takes over.
  private final class Heir implements SpeechSession.Listener {
    private final Duration hurry;
    private @Nullable SpeechSession connection;
    private boolean took;
    private @Nullable Instant expiresAt;
    private boolean ready;

    /// @param hurry with so little time left it takes over even from a caller who is never silent
    Heir(Duration hurry) {
      this.hurry = hurry;
    }

    @Override
    public void said(SpeechEvent event) {
      if (took) {
        listener.said(event);
        return;
      }
      switch (event) {
        case SpeechEvent.Opened created -> {
          expiresAt = created.expiresAt();
          if (connection != null) {
            connection.send(new SpeechCommand.Start(call.session()));
          }
        }
        case SpeechEvent.Ready _ -> ready = true;
        case SpeechEvent.Refused refused -> {
          if (connection != null) {
            connection.close();
          }
          failed(this, refused.code());
        }
        default -> {}
      }
    }

    @Override
    public void lost(String reason) {
      if (took) {
        listener.lost(reason);
      } else {
        ready = false;
        failed(this, reason);
      }
    }
  }
}

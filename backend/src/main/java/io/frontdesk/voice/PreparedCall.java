package io.frontdesk.voice;

import io.frontdesk.conversation.OfficeClock;
import io.frontdesk.conversation.Script;
import io.frontdesk.conversation.alarm.Watch;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.receptionist.CallLimits;
import io.frontdesk.voice.ladder.Reputation;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SpeechModel;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that a stream needs, loaded before it is let in: nothing is looked up on its event loop.
///
/// @param accountSid whose stream it must be
/// @param callSid which call it must carry
/// @param notice the last sentence of the greeting, that calls may be recorded; null if they are
/// not announced to be
/// @param askedAt when the telephone company asked what to do with it
/// @param test whether a browser is at the other end, which opens no second stream
/// @param watch what is listened for in the caller's words
/// @param limits how much it may take
/// @param clock on the business's wall
/// @param history of a call that goes on
/// @param reputation of whoever provides the model
/// @param holding on, when the model says nothing
/// @param greeting the recorded greeting; empty if the model has to say it
record PreparedCall(
    OnCall on,
    String accountSid,
    String callSid,
    Instant askedAt,
    boolean test,
    SpeechModel model,
    Reputation reputation,
    Patience patience,
    String modelName,
    SessionConfig session,
    Script script,
    Watch watch,
    CallLimits limits,
    OfficeClock clock,
    History history,
    @Nullable String notice,
    Holding holding,
    Optional<RecordedSpeech> greeting) {}

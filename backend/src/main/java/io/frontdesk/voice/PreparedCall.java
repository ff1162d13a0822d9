package io.frontdesk.voice;

import io.frontdesk.conversation.Script;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.voice.speech.SessionConfig;
import io.frontdesk.voice.speech.SpeechModel;
import java.time.Instant;
import java.util.Optional;

/// All that a stream needs, loaded before it is let in: nothing is looked up on its event loop.
///
/// @param accountSid whose stream it must be
/// @param callSid which call it must carry
/// @param askedAt when the telephone company asked what to do with it
/// @param greeting the recorded greeting; empty if the model has to say it
record PreparedCall(
    OnCall on,
    String accountSid,
    String callSid,
    Instant askedAt,
    SpeechModel model,
    String modelName,
    SessionConfig session,
    Script script,
    Optional<RecordedSpeech> greeting) {}

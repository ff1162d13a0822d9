package io.frontdesk.voice.speech;

import org.jspecify.annotations.Nullable;

/// Asks the model to speak.
/// @param request our id of this request, which its start or its refusal carries
/// @param instructions what to do in this one answer, instead of the session's instructions and
///     without tools; null for an answer by the session's
public record CreateResponse(String request, @Nullable String instructions)
    implements SpeechCommand {}

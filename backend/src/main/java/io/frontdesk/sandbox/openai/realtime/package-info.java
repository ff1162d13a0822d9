/// The Realtime API of OpenAI's stand-in: a session a WebSocket, with voice activity detection,
/// conversation items and responses as in the GA version of the API. It may use the stand-in's
/// `mind`, `sandbox.audio` and `sandbox.wire`.
@NullMarked
package io.frontdesk.sandbox.openai.realtime;

import org.jspecify.annotations.NullMarked;

/// OpenAI's stand-in: the HTTP part of its API, and the way into Realtime sessions. It may use the
/// stand-in's `realtime` and `mind`, `sandbox.audio` and `sandbox.wire`.
@NullMarked
package io.frontdesk.sandbox.openai;

import org.jspecify.annotations.NullMarked;

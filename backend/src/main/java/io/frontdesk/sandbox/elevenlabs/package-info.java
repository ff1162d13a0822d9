/// Stands in for ElevenLabs on this machine: text as sound, voices and the account, over the wire
/// and as strict as the real one. It uses `sandbox.wire` and `sandbox.audio` only.
@NullMarked
package io.frontdesk.sandbox.elevenlabs;

import org.jspecify.annotations.NullMarked;

/// The engine of last resort: a greeting, a beep, and what the caller says then is a message. It
/// knows the port in `voice` and no other engine.
@NullMarked
package io.frontdesk.voice.voicemail;

import org.jspecify.annotations.NullMarked;

/// The steps of calls that are held by TwiML: what was heard and answered at each, so that whatever
/// comes twice is answered the same, and any node goes on. It may use `call`, `twilio` and
/// everything below them; the engines that talk by TwiML use it.
@NullMarked
package io.frontdesk.voice.exchange;

import org.jspecify.annotations.NullMarked;

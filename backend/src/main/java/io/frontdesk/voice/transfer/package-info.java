/// Handing a caller over on the wire: what the telephone company is told to do, and what it tells
/// of it. Uses `conversation.transfer`, `call`, `receptionist`, `business` and `twilio`.
@NullMarked
package io.frontdesk.voice.transfer;

import org.jspecify.annotations.NullMarked;

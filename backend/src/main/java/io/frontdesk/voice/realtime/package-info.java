/// The speech-to-speech model's protocol as it looks on the wire: events in, events out. It may use
/// `voice.wire`, the types of `conversation` and Netty's buffers; it knows no socket.
@NullMarked
package io.frontdesk.voice.realtime;

import org.jspecify.annotations.NullMarked;

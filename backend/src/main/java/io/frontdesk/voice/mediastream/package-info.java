/// Twilio's Media Streams as they look on the wire: messages in, messages out. It may use
/// `voice.wire` and Netty's buffers; it knows no socket.
@NullMarked
package io.frontdesk.voice.mediastream;

import org.jspecify.annotations.NullMarked;

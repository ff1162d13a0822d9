/// The port to models that listen and speak: what the bridge asks of one and is told by one,
/// whichever protocol it speaks. A provider is a package beside this one, with a [SpeechProvider]
/// of its own. Uses the types of `conversation`, `receptionist`'s of how to listen, `voice.wire`
/// and Netty's buffers.
@NullMarked
package io.frontdesk.voice.speech;

import org.jspecify.annotations.NullMarked;

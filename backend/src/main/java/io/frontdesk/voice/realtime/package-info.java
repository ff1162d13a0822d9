/// OpenAI's Realtime protocol, the first implementation of the port in `voice.speech`: the sockets,
/// and the messages as they look on the wire. It may use `voice.speech`, `voice.wire`, `openai` and
/// the types of `conversation`; nobody else in `voice` sees it.
@NullMarked
package io.frontdesk.voice.realtime;

import org.jspecify.annotations.NullMarked;

/// Talks with callers by a chat model: the carrier writes down what they say and reads out what
/// they are answered, one turn after the other. It may use `voice`, `voice.exchange` and the rooms
/// below `voice`; nobody in `voice` sees it.
@NullMarked
package io.frontdesk.voice.turnbased;

import org.jspecify.annotations.NullMarked;

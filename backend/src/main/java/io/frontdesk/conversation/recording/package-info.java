/// Conversations written down event by event, so that each can be told, replayed and made a test
/// of. It may use `conversation`'s types, `call` for what is stored, and `database` for the command
/// that operators run.
@NullMarked
package io.frontdesk.conversation.recording;

import org.jspecify.annotations.NullMarked;

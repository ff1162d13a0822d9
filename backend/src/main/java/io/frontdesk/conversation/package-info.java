/// What a receptionist does on a call, whichever engine gives it ears and a voice: what it says
/// next, what it does, when it hangs up. It may use the records of calls and everything below them;
/// it knows no socket, no clock and no model.
@NullMarked
package io.frontdesk.conversation;

import org.jspecify.annotations.NullMarked;

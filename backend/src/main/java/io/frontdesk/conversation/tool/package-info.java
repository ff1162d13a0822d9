/// What the model can do on a call besides talking: a small class each, run off the call's own
/// thread. It may use the records that calls leave behind and everything below them, and
/// `conversation`'s types.
@NullMarked
package io.frontdesk.conversation.tool;

import org.jspecify.annotations.NullMarked;

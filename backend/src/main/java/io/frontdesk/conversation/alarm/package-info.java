/// Words of callers from which something follows at once, whatever the model makes of them. Uses
/// `receptionist` and the words that calls are described in, and knows neither conversation nor
/// engine.
@NullMarked
package io.frontdesk.conversation.alarm;

import org.jspecify.annotations.NullMarked;

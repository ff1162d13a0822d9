/// Takes messages without any model: asks for name, number, reason and urgency, by words or keys,
/// and reads them back. It may use `voice`, `voice.exchange` and the rooms below `voice`; nobody
/// in `voice` sees it.
@NullMarked
package io.frontdesk.voice.scripted;

import org.jspecify.annotations.NullMarked;

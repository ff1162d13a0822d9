package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// When a call was held, and by which kinds of model.
///
/// @param speech whether one that listens and speaks had a part in it
/// @param chat whether one that reads and writes had
@Introspected
record Talked(Instant startedAt, boolean speech, boolean chat) {}

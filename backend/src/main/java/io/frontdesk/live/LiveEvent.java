package io.frontdesk.live;

import java.time.Instant;

/// A message of the live connection.
///
/// @param type for example `call.started`
/// @param data what it happened to, as the API shows it
record LiveEvent(String type, Instant at, Object data) {}

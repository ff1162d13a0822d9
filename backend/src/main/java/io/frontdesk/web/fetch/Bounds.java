package io.frontdesk.web.fetch;

import java.time.Duration;

/// How long a fetch may take in all, redirects and slow answers included, and how much of an answer
/// is read.
///
/// @param bytes of the last answer's body
public record Bounds(Duration within, int bytes) {}

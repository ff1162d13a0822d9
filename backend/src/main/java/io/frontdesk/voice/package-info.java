/// Answers calls: the webhooks and sockets through which a caller and a speech model talk. It may
/// use `conversation`, the records of calls and everything below them; of ours only `sandbox`,
/// `live`, `stats` and `outreach` may see it.
@NullMarked
package io.frontdesk.voice;

import org.jspecify.annotations.NullMarked;

/// Reads the JSON of live calls in place: what both wire formats share. It may use Netty's buffers
/// and nothing of ours.
@NullMarked
package io.frontdesk.voice.wire;

import org.jspecify.annotations.NullMarked;

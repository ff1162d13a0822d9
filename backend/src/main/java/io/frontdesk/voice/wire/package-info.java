/// What a call's two sockets share: JSON that is read in place, and how to part. It may use Netty
/// and nothing of ours.
@NullMarked
package io.frontdesk.voice.wire;

import org.jspecify.annotations.NullMarked;

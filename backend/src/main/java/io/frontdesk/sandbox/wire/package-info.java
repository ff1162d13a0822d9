/// Carries HTTP/1.1 and WebSockets for the stand-ins, on the loopback address only. It may use
/// Netty and the JDK, nothing of ours.
@NullMarked
package io.frontdesk.sandbox.wire;

import org.jspecify.annotations.NullMarked;

/// Measures the voice bridge: plays both parties outside of it, Twilio and the model, and times
/// what comes through, beside a relay that does nothing else. It may use the JDK, Netty and
/// Jackson, and nothing of the service's but its API.
@NullMarked
package io.frontdesk.bench;

import org.jspecify.annotations.NullMarked;

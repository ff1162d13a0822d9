/// What is recorded of calls: begun at Twilio by the business's consent mode, fetched to disk when
/// it is over, played, and deleted here and there when its time is up. Uses `call`, `twilio`,
/// `business`, `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.call.recording;

import org.jspecify.annotations.NullMarked;

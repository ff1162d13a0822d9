package io.frontdesk.stats;

import io.micronaut.core.annotation.Introspected;

/// Calls that began in one stretch of time.
///
/// @param stretch counts from 1
/// @param timed those that were answered and are over
/// @param talkS whole seconds from answer to end, of all that are timed
/// @param priced those of which it is known what they cost
@Introspected
record CallCount(
    int stretch,
    long total,
    long inbound,
    long answered,
    long answeredInbound,
    long timed,
    long talkS,
    long voicemails,
    long priced,
    long costMicros) {
  static final CallCount NONE = new CallCount(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  long outbound() {
    return total - inbound;
  }

  CallCount plus(CallCount other) {
    return new CallCount(
        stretch,
        total + other.total,
        inbound + other.inbound,
        answered + other.answered,
        answeredInbound + other.answeredInbound,
        timed + other.timed,
        talkS + other.talkS,
        voicemails + other.voicemails,
        priced + other.priced,
        costMicros + other.costMicros);
  }
}

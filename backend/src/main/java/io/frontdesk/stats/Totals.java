package io.frontdesk.stats;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// Sums over one span of time.
///
/// @param afterHoursCalls those that came in while the business was closed, by the opening hours
/// that it has now
/// @param averageDurationS whole seconds from answer to end; null if no answered call is over
/// @param appointmentsBooked by when they were booked; those cancelled since count too
/// @param transferSuccessRate 0 to 1; null if there was no transfer
/// @param answerRate of calls that came in, 0 to 1; null if none did
/// @param cost null if of no call it is known
@Introspected
record Totals(
    long totalCalls,
    long inboundCalls,
    long outboundCalls,
    long answeredCalls,
    long afterHoursCalls,
    @Nullable Long averageDurationS,
    long leadsGenerated,
    long appointmentsBooked,
    long messagesTaken,
    long voicemails,
    long transfers,
    @Nullable Double transferSuccessRate,
    @Nullable Double answerRate,
    @Nullable Cost cost) {

  /// An amount of money.
  @Introspected
  record Cost(long amountMicros, String currency) {}

  static Totals of(
      CallCount calls,
      long afterHours,
      long leads,
      long appointments,
      long messages,
      Transfers transfers) {
    return new Totals(
        calls.total(),
        calls.inbound(),
        calls.outbound(),
        calls.answered(),
        afterHours,
        calls.timed() == 0 ? null : Math.round((double) calls.talkS() / calls.timed()),
        leads,
        appointments,
        messages,
        calls.voicemails(),
        transfers.total(),
        rate(transfers.succeeded(), transfers.total()),
        rate(calls.answeredInbound(), calls.inbound()),
        calls.priced() == 0 ? null : new Cost(calls.costMicros(), "USD"));
  }

  private static @Nullable Double rate(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}

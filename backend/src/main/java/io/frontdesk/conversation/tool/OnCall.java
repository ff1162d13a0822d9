package io.frontdesk.conversation.tool;

import io.frontdesk.appointment.TelephoneDesk;
import io.frontdesk.business.Business;
import io.frontdesk.call.Call;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The call on which a tool is used.
/// @param receptionistId who holds it; null if that is not kept
/// @param caller null if the number is withheld
/// @param called our number; null if nobody dialled one
/// @param clockOffset what the business's own clock reads minus what it really is
/// @param isTest whether somebody of the business tries the receptionist
/// @param languages of whoever holds it; null if they were not read
public record OnCall(
    TenantId tenant,
    UUID callId,
    @Nullable UUID receptionistId,
    Business business,
    @Nullable E164 caller,
    @Nullable E164 called,
    Duration clockOffset,
    boolean isTest,
    @Nullable List<String> languages) {
  /// A call of which it does not matter who holds it.
  public OnCall(
      TenantId tenant,
      UUID callId,
      Business business,
      @Nullable E164 caller,
      @Nullable E164 called,
      Duration clockOffset) {
    this(tenant, callId, null, business, caller, called, clockOffset, false, null);
  }

  /// Tools on a call that is recorded.
  public static OnCall of(TenantId tenant, Call call, Business business) {
    return new OnCall(
        tenant,
        call.id(),
        call.receptionistId(),
        business,
        call.party(),
        call.own(),
        call.clockOffset(),
        call.test(),
        null);
  }

  /// The same call, held in these languages.
  public OnCall speaking(List<String> tags) {
    return new OnCall(
        tenant, callId, receptionistId, business, caller, called, clockOffset, isTest, tags);
  }

  /// What the business's own clock reads.
  public ZonedDateTime now(Clock clock) {
    return clock.instant().plus(clockOffset).atZone(business.timeZone());
  }

  /// Who is on the telephone, as they are known where appointments are made.
  TelephoneDesk.Caller atDesk(Clock clock) {
    return new TelephoneDesk.Caller(tenant, callId, caller, now(clock).toInstant());
  }

  /// The number that a caller from around here means by these digits.
  Optional<E164> number(String digits) {
    E164 neighbour = caller == null ? called : caller;
    return neighbour == null ? E164.of(digits) : E164.near(digits, neighbour);
  }
}

package io.frontdesk.conversation.tool;

import io.frontdesk.business.Business;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The call on which a tool is used.
/// @param caller null if the number is withheld
/// @param called our number; null if nobody dialled one
/// @param clockOffset what the business's own clock reads minus what it really is
public record OnCall(
    TenantId tenant,
    UUID callId,
    Business business,
    @Nullable E164 caller,
    @Nullable E164 called,
    Duration clockOffset) {
  /// What the business's own clock reads.
  public ZonedDateTime now(Clock clock) {
    return clock.instant().plus(clockOffset).atZone(business.timeZone());
  }

  /// The number that a caller from around here means by these digits.
  Optional<E164> number(String digits) {
    E164 neighbour = caller == null ? called : caller;
    return neighbour == null ? E164.of(digits) : E164.near(digits, neighbour);
  }
}

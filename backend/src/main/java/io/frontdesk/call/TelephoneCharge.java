package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the carrier takes for a call, as far as it has told.
///
/// @param amountMicros null until it is told
/// @param currency ISO 4217; null until it is told
/// @param never whether it will not be told any more
/// @param none whether no carrier has a part in the call
@Introspected
record TelephoneCharge(
    @Nullable Long amountMicros, @Nullable String currency, boolean never, boolean none) {}

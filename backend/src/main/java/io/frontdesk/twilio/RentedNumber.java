package io.frontdesk.twilio;

import io.frontdesk.tenancy.E164;
import org.jspecify.annotations.Nullable;

/// A number that a tenant's account rents at Twilio.
///
/// @param astray where its calls go instead of coming here, as a sentence; null if they come here
public record RentedNumber(E164 number, String sid, @Nullable String astray) {}

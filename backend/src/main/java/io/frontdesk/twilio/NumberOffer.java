package io.frontdesk.twilio;

import io.frontdesk.tenancy.E164;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// A number that can be rented now.
///
/// @param locality the town; null if the number belongs to none
/// @param region for example `CA`; null if the number belongs to none
/// @param country ISO 3166
/// @param voice whether it can be called
/// @param sms whether it can be texted
/// @param addressRequired whether whoever rents it must have an address on file at Twilio
@Introspected
public record NumberOffer(
    E164 number,
    NumberType type,
    @Nullable String locality,
    @Nullable String region,
    String country,
    boolean voice,
    boolean sms,
    boolean addressRequired) {}

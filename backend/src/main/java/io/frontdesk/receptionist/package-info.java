/// The configured voices that answer for a business, their published versions, the templates they
/// start from, what can be booked with whom, and to whom callers can be handed over. Uses
/// `phonenumber`, `twilio`, `catalogue`, `business`, `access`, `audit`, `outbox`, `web` and
/// `tenancy`.
@NullMarked
package io.frontdesk.receptionist;

import org.jspecify.annotations.NullMarked;

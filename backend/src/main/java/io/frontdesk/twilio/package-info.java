/// Twilio's side of the house: its REST API per tenant, its signatures, its TwiML. The only room
/// that sees twilio-java. Uses `access`, `business`, `outbox`, `web`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.twilio;

import org.jspecify.annotations.NullMarked;

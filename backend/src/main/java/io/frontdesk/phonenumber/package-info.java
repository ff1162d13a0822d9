/// The numbers that tenants rent: bought, pointed at us, given a receptionist. Uses `twilio`,
/// `business`, `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.phonenumber;

import org.jspecify.annotations.NullMarked;

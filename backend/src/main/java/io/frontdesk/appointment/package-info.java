/// Appointments: which times are free, who has which, and how callers and the business speak of
/// them. Uses `call` (its end), `receptionist` (services and staff), `business`,
/// `audit`, `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.appointment;

import org.jspecify.annotations.NullMarked;

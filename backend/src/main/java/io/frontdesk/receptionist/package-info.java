/// The configured voices that answer for a business, their published versions, the templates they
/// start from, and what can be booked with whom. Uses `catalogue`, `business`, `outbox`, `web` and
/// `tenancy`.
@NullMarked
package io.frontdesk.receptionist;

import org.jspecify.annotations.NullMarked;

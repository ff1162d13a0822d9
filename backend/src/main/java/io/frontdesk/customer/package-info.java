/// The people on the business's books, with their customer numbers, and what they asked to have
/// done. Uses `call`, `audit`, `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.customer;

import org.jspecify.annotations.NullMarked;

/// The tenant's profile: what it does, when it is open, its accounts at other companies. Uses
/// `outbox`, `web`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.business;

import org.jspecify.annotations.NullMarked;

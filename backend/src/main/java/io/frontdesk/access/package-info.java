/// Who may do what: people, their memberships and sessions, and the tokens they carry. Uses
/// `business`, `outbox`, `web`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.access;

import org.jspecify.annotations.NullMarked;

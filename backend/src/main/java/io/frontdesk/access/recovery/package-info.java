/// The way back in for people who forgot their password. Uses `access` and what is below it, and
/// `outbox`.
@NullMarked
package io.frontdesk.access.recovery;

import org.jspecify.annotations.NullMarked;

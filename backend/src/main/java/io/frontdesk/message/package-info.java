/// What callers leave for the business to read: messages with an urgency, open until somebody has
/// dealt with them. Uses `call` (its
/// words and recordings), `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.message;

import org.jspecify.annotations.NullMarked;

/// What callers leave for the business to read: messages with an urgency, open until somebody has
/// dealt with them. Uses `outbox`, `web` and `tenancy`; knows a call by its id only.
@NullMarked
package io.frontdesk.message;

import org.jspecify.annotations.NullMarked;

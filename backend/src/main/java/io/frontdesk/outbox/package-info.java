/// Events and jobs that must not be lost: written in the transaction of the change that causes
/// them. Uses `web` and `tenancy`.
@NullMarked
package io.frontdesk.outbox;

import org.jspecify.annotations.NullMarked;

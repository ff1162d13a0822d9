/// The first answer to a request is the answer to its repetitions. Uses `access`, `secrets`, `web`
/// and `tenancy`.
@NullMarked
package io.frontdesk.access.idempotency;

import org.jspecify.annotations.NullMarked;

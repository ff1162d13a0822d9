/// Callers who may become customers, known by their number. Uses `call`, `fact`, `audit`, `outbox`,
/// `web` and `tenancy`.
@NullMarked
package io.frontdesk.lead;

import org.jspecify.annotations.NullMarked;

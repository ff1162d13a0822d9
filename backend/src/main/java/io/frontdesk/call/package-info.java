/// The record of calls: who called, what was said, what the tools did, how it ended. Uses
/// `receptionist`, `catalogue`, `business`, `outbox`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.call;

import org.jspecify.annotations.NullMarked;

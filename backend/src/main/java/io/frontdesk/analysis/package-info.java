/// Reads what was said after a call ended: a summary, the caller's mood, and the lead that they may
/// be. Uses `lead`, `fact`, `call`, `receptionist`, `openai`, `business`, `outbox` and `tenancy`.
@NullMarked
package io.frontdesk.analysis;

import org.jspecify.annotations.NullMarked;

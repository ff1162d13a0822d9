/// Handing a caller over to a person: who is rung, one after the other, and what became of it. The
/// state machine is pure; its state is kept in PostgreSQL, so that any node, and any engine, goes
/// on with it. Uses `message`, `call`, `receptionist`, `business`, `outbox` and `tenancy`.
@NullMarked
package io.frontdesk.conversation.transfer;

import org.jspecify.annotations.NullMarked;

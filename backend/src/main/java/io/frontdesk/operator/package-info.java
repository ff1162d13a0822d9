/// For those who run the installation: its tenants, what is stuck, its keys; at a port of its own
/// and by tokens of its own. Uses `outbox`, `access`, `audit`, `web`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.operator;

import org.jspecify.annotations.NullMarked;

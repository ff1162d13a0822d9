/// The audit log: who changed what, when, from where. Uses `web` and `tenancy`; rooms above tell it
/// what was done, and `access` who is asking.
@NullMarked
package io.frontdesk.audit;

import org.jspecify.annotations.NullMarked;

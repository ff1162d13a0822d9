/// The tenant's own accounts at other companies: set, shown without their secrets, tested, removed.
/// Uses `phonenumber`, `twilio`, `openai`, `business`, `audit`, `web`, `secrets` and `tenancy`.
@NullMarked
package io.frontdesk.credential;

import org.jspecify.annotations.NullMarked;

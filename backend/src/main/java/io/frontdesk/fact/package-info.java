/// What callers said about themselves, call by call, with where each came from and whether they
/// agreed when it was read back. Uses `tenancy` and `web`.
@NullMarked
package io.frontdesk.fact;

import org.jspecify.annotations.NullMarked;

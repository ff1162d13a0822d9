/// Callers whom the business wants treated otherwise than others, known by their number. Uses
/// `audit`, `web` and `tenancy`; who answers calls asks it.
@NullMarked
package io.frontdesk.caller;

import org.jspecify.annotations.NullMarked;

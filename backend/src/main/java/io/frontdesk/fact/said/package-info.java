/// What callers say about themselves, made into what can be stored and read back: names, e-mail
/// addresses, telephone numbers, postal addresses, sums of money, choices. Uses `tenancy` only.
@NullMarked
package io.frontdesk.fact.said;

import org.jspecify.annotations.NullMarked;

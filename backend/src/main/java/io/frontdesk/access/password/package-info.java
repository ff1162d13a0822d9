/// Passwords of people: hashed, verified, and refused while they are easy to guess. Uses `web`.
@NullMarked
package io.frontdesk.access.password;

import org.jspecify.annotations.NullMarked;

/// Who works with a business: its members, and those who were invited. Uses `access` and what is
/// below it.
@NullMarked
package io.frontdesk.access.team;

import org.jspecify.annotations.NullMarked;

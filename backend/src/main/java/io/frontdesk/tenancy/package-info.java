/// Whose work is being done: the tenant, the one door to its rows, and the telephone number as a
/// type. Imports nothing of ours.
@NullMarked
package io.frontdesk.tenancy;

import org.jspecify.annotations.NullMarked;

/// What a browser gets: the pages that `frontend/` is built into, and the headers that guard them.
/// Uses `web` only.
@NullMarked
package io.frontdesk.dashboard;

import org.jspecify.annotations.NullMarked;

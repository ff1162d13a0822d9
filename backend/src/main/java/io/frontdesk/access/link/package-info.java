/// Links that are mailed to people: each works once, for a while. Uses `web` and `secrets`.
@NullMarked
package io.frontdesk.access.link;

import org.jspecify.annotations.NullMarked;

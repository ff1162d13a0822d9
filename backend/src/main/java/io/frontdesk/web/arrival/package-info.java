/// How long a request may take to arrive. Uses no room of ours.
@NullMarked
package io.frontdesk.web.arrival;

import org.jspecify.annotations.NullMarked;

/// Where requests come from, behind proxies too, and which pages are ours. Uses no room of ours but
/// `web`.
@NullMarked
package io.frontdesk.web.address;

import org.jspecify.annotations.NullMarked;

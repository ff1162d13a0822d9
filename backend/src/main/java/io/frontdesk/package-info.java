/// Starts Frontdesk, the service that answers the phone for small businesses. The rooms below this
/// package are listed in `docs/architecture.md`; nothing of ours imports this package.
@NullMarked
package io.frontdesk;

import org.jspecify.annotations.NullMarked;

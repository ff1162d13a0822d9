/// The models that there are, as data: what each can do, what it takes, until when it is served and
/// what comes after it. Uses `openai`, `business`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.catalogue;

import org.jspecify.annotations.NullMarked;

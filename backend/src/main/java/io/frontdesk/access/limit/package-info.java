/// How much may be asked in a while: by a credential and a tenant, and by addresses that fail to
/// show one. Uses `access`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.access.limit;

import org.jspecify.annotations.NullMarked;

/// Fetches what tenants name, and nothing that they must not reach; asks APIs that operators name.
/// Uses `web` only.
@NullMarked
package io.frontdesk.web.fetch;

import org.jspecify.annotations.NullMarked;

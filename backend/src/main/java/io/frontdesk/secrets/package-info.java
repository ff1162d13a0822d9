/// Encryption at rest: what is stored encrypted goes through here. Uses Tink and `tenancy` only.
@NullMarked
package io.frontdesk.secrets;

import org.jspecify.annotations.NullMarked;

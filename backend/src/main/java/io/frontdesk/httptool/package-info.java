/// The business's own tools: what its receptionists may ask of its own systems, over HTTP, while
/// they talk with a caller. Uses `call`, `receptionist`, `audit`, `secrets`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.httptool;

import org.jspecify.annotations.NullMarked;

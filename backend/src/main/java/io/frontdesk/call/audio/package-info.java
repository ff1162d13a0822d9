/// The sound that calls need and leave: what was spoken for them, kept by what it says, and how
/// sound is sent to whoever may hear it. Uses `secrets`, `web` and `tenancy`.
@NullMarked
package io.frontdesk.call.audio;

import org.jspecify.annotations.NullMarked;

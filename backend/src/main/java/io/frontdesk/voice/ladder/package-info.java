/// How calls go on that what serves them cannot go on with: what went wrong, what is done about it,
/// and whom not to try for a while. It knows no engine, no socket and no record; it may use
/// `business` for the names of providers.
@NullMarked
package io.frontdesk.voice.ladder;

import org.jspecify.annotations.NullMarked;

/// Stands in for Twilio: its REST API, its webhooks and their signatures, its TwiML, its Media
/// Streams and the telephone network behind it, as strict as the real one. It may use the
/// stand-ins' `wire`, `audio` and `caller`, and nothing else of ours: twilio-java least of all,
/// which checks it in tests.
@NullMarked
package io.frontdesk.sandbox.twilio;

import org.jspecify.annotations.NullMarked;

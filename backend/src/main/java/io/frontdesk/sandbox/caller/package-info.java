/// People who call: each follows a scenario, hears only what the line delivers and says what such a
/// person would say. They know nothing of Twilio, of the receptionist or of what should come of the
/// call. It may use the sandbox's `audio` and nothing else of ours.
@NullMarked
package io.frontdesk.sandbox.caller;

import org.jspecify.annotations.NullMarked;

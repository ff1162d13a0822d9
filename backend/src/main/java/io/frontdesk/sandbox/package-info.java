/// Stand-ins for the outside world, so that a laptop without keys can run whole calls: Twilio's
/// side with its callers (`twilio`) and OpenAI's side (`openai`), started alone by `SandboxMain`.
/// It is spoken to over the wire only: nothing imports it, and it imports nothing of ours but in
/// the service's own `/sandbox` controller and wiring.
@NullMarked
package io.frontdesk.sandbox;

import org.jspecify.annotations.NullMarked;

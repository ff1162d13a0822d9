/// ElevenLabs' text-to-speech, with the tenant's own account: another voice for greetings, and for
/// answers that are read out. It may use `voice.speech`, `receptionist`, `catalogue`, `credential`,
/// `business`, `web`, `secrets` and `tenancy`; nobody else in `voice` sees it.
@NullMarked
package io.frontdesk.voice.elevenlabs;

import org.jspecify.annotations.NullMarked;

package io.frontdesk.voice.elevenlabs;

import io.micronaut.core.annotation.Introspected;

/// A voice in which a greeting may be recorded.
///
/// @param id what `greeting_voice` of a receptionist says
/// @param name for people
@Introspected
record GreetingVoice(String id, String name) {
  static final String ID = "[A-Za-z0-9]{1,60}";
}

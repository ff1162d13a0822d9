package io.frontdesk.sandbox.openai.mind;

import java.util.List;
import java.util.Optional;

/// Which language is being spoken, of those that may be.
final class Spoken {
  private final List<Tongue> allowed;
  private Tongue now;
  private Tongue told;

  Spoken(String instructions) {
    allowed = Tongue.allowed(instructions);
    now = allowed.getFirst();
    told = now;
  }

  /// What a caller's words say of the language.
  enum Told {
    NOTHING,
    /// It is all that they are about.
    WHICH,
    /// They want one that may not be spoken.
    FOREIGN
  }

  /// Changes the language if the caller wants another.
  Told hear(String text) {
    Optional<Tongue> wanted = Tongue.wanted(text).filter(tongue -> tongue != now);
    if (wanted.isPresent() && !allowed.contains(wanted.get())) {
      return Told.FOREIGN;
    }
    now = wanted.orElse(now);
    return Tongue.isAllOf(text) || now.isForeign(text) ? Told.WHICH : Told.NOTHING;
  }

  /// The language that was changed to, unless whoever is to know it has been told.
  Optional<Tongue> untold() {
    return now == told ? Optional.empty() : Optional.of(now);
  }

  /// They have been told.
  void tell() {
    told = now;
  }

  /// What the mind wants to say in English, in the language of now.
  String say(String words) {
    return now.say(words);
  }

  /// That no other language is spoken.
  String only() {
    return Tongue.only(allowed);
  }
}

package io.frontdesk.conversation;

import java.util.List;

/// The sentences that are not the model's to find.
/// @param greeting the first words of every call
/// @param greetingIsRecorded whether its sound was made beforehand
/// @param greetingIsGuarded whether it is said to its end, whatever the caller does meanwhile
/// @param oneMoment what to say while a tool takes its time
/// @param stillThere what to ask, one after the other, when nobody says anything
/// @param nobodyThere the goodbye after that
/// @param timeIsUp the goodbye when a call is too long
public record Script(
    String greeting,
    boolean greetingIsRecorded,
    boolean greetingIsGuarded,
    String oneMoment,
    List<String> stillThere,
    String nobodyThere,
    String timeIsUp) {
  /// A script whose questions nobody can change.
  public Script {
    stillThere = List.copyOf(stillThere);
  }

  /// The English sentences around this greeting.
  public static Script english(String greeting, boolean greetingIsRecorded) {
    return new Script(
        greeting,
        greetingIsRecorded,
        false,
        "One moment, please.",
        List.of("Are you still there?", "Hello, can you hear me?"),
        "I cannot hear you, so I will hang up now. Please call again. Goodbye.",
        "I am sorry, we have to end this call now. Please call again if you need anything else."
            + " Goodbye.");
  }

  /// This script with a greeting that nobody can interrupt.
  public Script guardingTheGreeting() {
    return new Script(
        greeting, greetingIsRecorded, true, oneMoment, stillThere, nobodyThere, timeIsUp);
  }
}

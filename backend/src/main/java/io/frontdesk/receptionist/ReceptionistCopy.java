package io.frontdesk.receptionist;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A configuration like another one but for some of its fields.
final class ReceptionistCopy {
  private final ReceptionistConfig of;
  private String greeting;
  private @Nullable String disclosure;
  private String instructions;
  private @Nullable String afterHours;
  private List<String> languages;
  private String voice;
  private boolean greetingInterruptible;
  private @Nullable String greetingVoice;
  private @Nullable String voicemailGreeting;
  private List<TransferTarget> transferTargets;
  private OtherGreetings greetings;

  ReceptionistCopy(ReceptionistConfig of) {
    this.of = of;
    greeting = of.greeting();
    disclosure = of.disclosure();
    instructions = of.instructions();
    afterHours = of.afterHours();
    languages = of.languages();
    voice = of.voice();
    greetingInterruptible = of.greetingInterruptible();
    greetingVoice = of.greetingVoice();
    voicemailGreeting = of.voicemailGreeting();
    transferTargets = of.transferTargets();
    greetings = of.greetings();
  }

  /// All its texts, changed in the same way.
  ReceptionistCopy texts(UnaryOperator<String> change) {
    greeting = change.apply(greeting);
    disclosure = changed(disclosure, change);
    instructions = change.apply(instructions);
    afterHours = changed(afterHours, change);
    voicemailGreeting = changed(voicemailGreeting, change);
    greetings =
        new OtherGreetings(
            changed(greetings.closed(), change), changed(greetings.holiday(), change));
    return this;
  }

  private static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
    return text == null ? null : change.apply(text);
  }

  ReceptionistCopy greeting(String text) {
    greeting = text;
    return this;
  }

  ReceptionistCopy disclosure(@Nullable String text) {
    disclosure = text;
    return this;
  }

  ReceptionistCopy uninterrupted() {
    greetingInterruptible = false;
    return this;
  }

  ReceptionistCopy languages(List<String> tags) {
    languages = tags;
    return this;
  }

  ReceptionistCopy voice(String name) {
    voice = name;
    greetingVoice = null;
    return this;
  }

  ReceptionistCopy transferTargets(List<TransferTarget> targets) {
    transferTargets = targets;
    return this;
  }

  ReceptionistConfig made() {
    return new ReceptionistConfig(
        of.name(),
        greeting,
        disclosure,
        instructions,
        afterHours,
        of.intake(),
        languages,
        voice,
        of.model(),
        of.speed(),
        of.listening(),
        greetingInterruptible,
        greetingVoice,
        of.engine(),
        of.chatModel(),
        voicemailGreeting,
        transferTargets,
        of.manner(),
        greetings,
        of.jurisdiction(),
        of.limits(),
        of.escalation(),
        of.menu());
  }
}

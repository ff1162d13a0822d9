package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a receptionist speaks and what it asks: what the owner edits, and what a call is held with
/// once it is published.
///
/// @param name the persona's
/// @param greeting the first sentences of calls
/// @param disclosure what must be said at the start besides, right after the greeting; null when
/// the greeting says it all
/// @param instructions how to handle calls, in the business's own words
/// @param afterHours how to handle calls while the business is closed; null for no difference
/// @param intake what every caller is asked, in this order
/// @param languages BCP 47 tags, the usual one first
/// @param voice the speech model's name for the voice, for example `marin`
/// @param model the speech-to-speech model; null for the one that the platform uses at the time
/// @param speed how fast it speaks; 1 is usual
/// @param listening how it listens
/// @param greetingInterruptible whether a caller who speaks during the opening stops it; if not, it
/// is heard to its end and what the caller said is answered then
/// @param greetingVoice the voice of ElevenLabs' that the opening is recorded in, by its id; null
/// for the receptionist's own
/// @param engine what speaks for it
/// @param chatModel the model that reads and writes for it where `engine` needs one; null for the
/// one that the platform uses at the time
/// @param voicemailGreeting what callers hear before the beep; null for the usual sentence
/// @param transferTargets to whom callers can be handed over, the usual one first
/// @param manner how it comes across
/// @param greetings what is said first while the business is not open
/// @param jurisdiction whose law says what callers must be told; null for that of the place where
/// the business's clock goes
/// @param limits how much one call may take
/// @param escalation what is done at once when callers say certain words
/// @param menu the keys that callers are offered after the greeting where the carrier reads
/// out; none for no menu
@Introspected
public record ReceptionistConfig(
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Size(max = 1000) String greeting,
    @Nullable @Size(max = 1000) String disclosure,
    @NotNull @Size(max = 20_000) String instructions,
    @Nullable @Size(max = 2000) String afterHours,
    @Valid @Size(max = 20) List<@NotNull IntakeQuestion> intake,
    @NotEmpty @Size(max = 10)
        List<
                @NotNull
                @Pattern(
                    regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                    message = "must be a language tag such as en or en-US")
                String>
            languages,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9_-]{1,60}",
            message = "must be letters, digits, _ and -, at most 60")
        String voice,
    @Nullable
        @Pattern(
            regexp = MODEL_NAME,
            message = "must be letters, digits, dots, colons, _ and -, at most 100")
        String model,
    @DecimalMin("0.25") @DecimalMax("1.5") Double speed,
    @Valid Listening listening,
    Boolean greetingInterruptible,
    @Nullable
        @Pattern(regexp = "[A-Za-z0-9]{1,60}", message = "must be letters and digits, at most 60")
        String greetingVoice,
    ChosenEngine engine,
    @Nullable
        @Pattern(
            regexp = MODEL_NAME,
            message = "must be letters, digits, dots, colons, _ and -, at most 100")
        String chatModel,
    @Nullable @Size(min = 1, max = 1000) String voicemailGreeting,
    @Valid @Size(max = 20) List<@NotNull TransferTarget> transferTargets,
    @Valid Manner manner,
    @Valid OtherGreetings greetings,
    @Nullable Jurisdiction jurisdiction,
    @Valid CallLimits limits,
    @Valid Escalation escalation,
    @Valid @Size(max = 9) List<@NotNull MenuEntry> menu) {
  static final String MODEL_NAME = "[A-Za-z0-9._:-]{1,100}";

  /// Stands for the business's name in the texts of templates.
  static final String BUSINESS = "{business}";

  /// A configuration whose lists nobody can change. What versions of earlier days do not say is as
  /// it was then.
  public ReceptionistConfig {
    intake = orEmpty(intake);
    languages = orEmpty(languages);
    speed = Objects.requireNonNullElse(speed, 1.0);
    listening = Objects.requireNonNullElse(listening, Listening.USUAL);
    greetingInterruptible = Objects.requireNonNullElse(greetingInterruptible, true);
    engine = Objects.requireNonNullElse(engine, ChosenEngine.REALTIME);
    transferTargets = orEmpty(transferTargets);
    manner = Manner.orUsual(manner);
    greetings = OtherGreetings.orNone(greetings);
    limits = CallLimits.orUsual(limits);
    escalation = Escalation.orNone(escalation);
    menu = orEmpty(menu);
  }

  /// All that is said before the caller's first word.
  @JsonIgnore
  public String opening() {
    return disclosure == null ? greeting : greeting + " " + disclosure;
  }

  /// This configuration as it greets then: whatever its owner wrote, callers hear that they talk
  /// with a machine where a model does the talking.
  public ReceptionistConfig greetingOn(Occasion occasion, Law law) {
    var then = new ReceptionistCopy(this).greeting(greetings.of(occasion).orElse(greeting)).made();
    boolean tells = Law.tellsOfMachine(then.opening());
    return tells || !engine.isModels() ? then : then.announcing(law.machine());
  }

  /// This configuration with one more sentence at the end of the opening, all of which callers hear
  /// to its end.
  public ReceptionistConfig announcing(String notice) {
    return new ReceptionistCopy(this)
        .disclosure(disclosure == null ? notice : disclosure + " " + notice)
        .uninterrupted()
        .made();
  }

  /// This configuration with another voice of its model's, for the greeting too.
  public ReceptionistConfig speakingAs(String name) {
    return new ReceptionistCopy(this).voice(name).made();
  }

  /// This configuration with nothing but these words to open with, in its model's own voice.
  public ReceptionistConfig readingOut(String words) {
    return new ReceptionistCopy(this).greeting(words).disclosure(null).voice(voice).made();
  }

  /// This configuration with another one of its languages as the usual one.
  ///
  /// @param tag null, or one that it does not speak, for no difference
  public ReceptionistConfig speaking(@Nullable String tag) {
    if (tag == null || !languages.contains(tag)) {
      return this;
    }
    var others = languages.stream().filter(other -> !other.equals(tag));
    return new ReceptionistCopy(this)
        .languages(Stream.concat(Stream.of(tag), others).toList())
        .made();
  }

  /// This configuration for the business of that name, which the texts of a template call
  /// `{business}`.
  ReceptionistConfig of(String business) {
    return new ReceptionistCopy(this).texts(text -> text.replace(BUSINESS, business)).made();
  }

  /// This configuration with these people to hand callers over to.
  public ReceptionistConfig handingOverTo(List<TransferTarget> targets) {
    return new ReceptionistCopy(this).transferTargets(targets).made();
  }

  /// The texts that callers hear or that say how calls are handled, by the pointers of their
  /// fields.
  Map<String, @Nullable String> texts() {
    var texts = new LinkedHashMap<String, @Nullable String>();
    texts.put("/greeting", greeting);
    texts.put("/greetings/closed", greetings.closed());
    texts.put("/greetings/holiday", greetings.holiday());
    texts.put("/disclosure", disclosure);
    texts.put("/instructions", instructions);
    texts.put("/after_hours", afterHours);
    texts.put("/voicemail_greeting", voicemailGreeting);
    return texts;
  }

  /// What is wrong with it beyond single fields, so that it cannot even be kept.
  List<FieldProblem> problems() {
    var problems = new ArrayList<FieldProblem>();
    var keys = new HashSet<String>();
    for (int i = 0; i < intake.size(); i++) {
      if (!keys.add(intake.get(i).key())) {
        problems.add(new FieldProblem("/intake/%d/key".formatted(i), "is asked more than once"));
      }
    }
    problems.addAll(TransferTarget.problems(transferTargets));
    problems.addAll(MenuEntry.problems(menu));
    return problems;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    // A null among them is for validation to find.
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}

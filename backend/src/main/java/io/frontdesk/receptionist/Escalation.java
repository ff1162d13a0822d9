package io.frontdesk.receptionist;

import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is done at once, whatever the model makes of it, when a caller says certain words.
///
/// @param medicalText what a caller is told who speaks of a medical emergency; null for the usual
/// text where the business is
/// @param selfHarmText what a caller is told who speaks of ending their life; null likewise
/// @param rules more words, and what follows from them; the first one that fits counts
@Introspected
public record Escalation(
    @Valid Emergency emergency,
    @Nullable @Size(min = 1, max = 500) String medicalText,
    @Nullable @Size(min = 1, max = 500) String selfHarmText,
    @Valid Anger anger,
    @Valid @Size(max = 10) List<@NotNull Rule> rules) {
  private static final int USUAL_PATIENCE = 2;

  /// Nothing but what callers in danger must be told, and a call back for those who are angry.
  public static final Escalation NONE =
      new Escalation(
          new Emergency(List.of(), null, null),
          null,
          null,
          new Anger(USUAL_PATIENCE, null),
          List.of());

  public Escalation {
    emergency =
        Objects.requireNonNullElseGet(emergency, () -> new Emergency(List.of(), null, null));
    anger = Objects.requireNonNullElseGet(anger, () -> new Anger(USUAL_PATIENCE, null));
    rules = orEmpty(rules);
  }

  /// What cannot wait, by the business's own words.
  ///
  /// @param words any of which, or all words of one in a row, is enough
  /// @param text what the caller is told; null for nothing
  /// @param target the name of whoever is rung, at any hour; null for whoever takes calls then
  @Introspected
  public record Emergency(
      @Size(max = 40) List<@NotBlank @Size(max = 60) String> words,
      @Nullable @Size(min = 1, max = 500) String text,
      @Nullable @Size(min = 1, max = 100) String target) {
    public Emergency {
      words = orEmpty(words);
    }
  }

  /// Callers who are angry.
  ///
  /// @param after how many angry turns it takes; 0 if nothing follows from anger
  /// @param target the name of whoever the caller is connected with; null to promise a call back
  @Introspected
  public record Anger(
      @Min(0) @Max(5) Integer after, @Nullable @Size(min = 1, max = 100) String target) {
    public Anger {
      after = Objects.requireNonNullElse(after, USUAL_PATIENCE);
    }
  }

  /// What follows from certain words.
  ///
  /// @param text what the caller is told; null for nothing
  /// @param target the name of whoever the caller is connected with; null for nobody
  @Introspected
  public record Rule(
      @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 60) String> words,
      @Nullable @Size(min = 1, max = 500) String text,
      @Nullable @Size(min = 1, max = 100) String target) {
    public Rule {
      words = orEmpty(words);
    }
  }

  static Escalation orNone(@Nullable Escalation escalation) {
    return Objects.requireNonNullElse(escalation, NONE);
  }

  /// What keeps it from being used with these people.
  List<FieldProblem> problems(List<TransferTarget> people) {
    var problems = new ArrayList<FieldProblem>();
    String rung = emergency.target();
    unknown(people, rung, "/escalation/emergency/target").ifPresent(problems::add);
    boolean anytime =
        people.stream()
            .filter(person -> person.isCalled(rung))
            .allMatch(person -> person.reachable() == TransferTarget.Reachable.ALWAYS);
    if (rung != null && !anytime) {
      problems.add(
          new FieldProblem(
              "/escalation/emergency/target",
              "must take calls day and night, as emergencies come at any hour"));
    }
    unknown(people, anger.target(), "/escalation/anger/target").ifPresent(problems::add);
    Set<List<String>> known = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      String pointer = "/escalation/rules/" + i;
      Rule rule = rules.get(i);
      unknown(people, rule.target(), pointer + "/target").ifPresent(problems::add);
      if (rule.text() == null && rule.target() == null) {
        problems.add(
            new FieldProblem(pointer + "/text", "must say something, or there must be a target"));
      }
      if (!known.add(rule.words())) {
        problems.add(new FieldProblem(pointer + "/words", "are those of another rule"));
      }
    }
    return problems;
  }

  private static Optional<FieldProblem> unknown(
      List<TransferTarget> people, @Nullable String name, String pointer) {
    boolean known = name == null || people.stream().anyMatch(person -> person.isCalled(name));
    return known
        ? Optional.empty()
        : Optional.of(new FieldProblem(pointer, "is nobody who takes calls in person"));
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    // A null among them is for validation to find.
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}

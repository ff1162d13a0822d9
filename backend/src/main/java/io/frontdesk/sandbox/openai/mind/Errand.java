package io.frontdesk.sandbox.openai.mind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the caller wants now, in the caller's words, and the function that does it.
final class Errand {
  private final List<Tool> tools;
  private final List<String> wishes = new ArrayList<>();
  private @Nullable Tool wanted;
  private boolean fresh;

  /// @param tools all functions there are
  Errand(List<Tool> tools) {
    this.tools = tools;
  }

  /// The caller says what it is about.
  void wish(String text) {
    wishes.add(text);
    fresh = true;
    wanted =
        ToolMatch.best(doing(), text)
            .or(() -> ToolMatch.best(doing(), String.join(" ", wishes)))
            .orElse(null);
  }

  /// The caller asks something that is not known.
  ///
  /// @return what has to be told the function that is for that; nothing if there is none
  Optional<Slot> ask(String text) {
    Optional<Tool> asking =
        tools.stream()
            .filter(Tool::takesQuestions)
            .max(
                Comparator.comparing(
                    tool -> Words.rawStems(tool.name().replace('_', ' ')).contains("search")));
    if (asking.isEmpty() || ToolMatch.best(doing(), text).isPresent()) {
      return Optional.empty();
    }
    wishes.add(text);
    fresh = true;
    wanted = asking.get();
    return wanted.argument("question");
  }

  /// The caller says yes: to the first thing offered, if the wish alone did not tell.
  void agree() {
    if (wanted == null && !wishes.isEmpty()) {
      wanted = doing().stream().findFirst().orElse(null);
    }
  }

  /// The model calls this function.
  void called(String name) {
    wanted = named(name).orElse(wanted);
  }

  /// The model has spoken since the wish.
  void answered() {
    fresh = false;
  }

  /// It is done, or given up.
  /// @param intake what is asked whatever the errand is
  /// @return the questions that concerned this errand alone
  List<Slot> finish(List<Slot> intake) {
    Tool done = wanted;
    wanted = null;
    wishes.clear();
    if (done == null) {
      return List.of();
    }
    Stream<Slot> others =
        tools.stream().filter(one -> !one.equals(done)).flatMap(one -> one.arguments().stream());
    List<String> shared = Stream.concat(intake.stream(), others).map(Slot::key).toList();
    return done.arguments().stream().filter(slot -> !shared.contains(slot.key())).toList();
  }

  /// The function that the words ask for.
  Optional<Tool> wanted() {
    return Optional.ofNullable(wanted);
  }

  /// Whether the caller has said what it is about.
  boolean isKnown() {
    return !wishes.isEmpty();
  }

  /// Whether the caller has just said it.
  boolean isFresh() {
    return fresh;
  }

  Optional<Tool> named(@Nullable String name) {
    return tools.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /// The functions that do something for the caller.
  List<Tool> doing() {
    return tools.stream().filter(Errand::does).toList();
  }

  private static boolean does(Tool tool) {
    return !tool.endsTheCall()
        && !tool.takesQuestions()
        && !tool.notesAnswers()
        && !tool.changesLanguage();
  }

  /// The function that changes the language.
  Optional<Tool> changing() {
    return tools.stream().filter(Tool::changesLanguage).findFirst();
  }

  /// The function that ends the call.
  Optional<Tool> ending() {
    return tools.stream().filter(Tool::endsTheCall).findFirst();
  }
}

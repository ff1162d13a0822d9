package io.frontdesk.sandbox.openai.mind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Stands in for a language model that answers a telephone. It finds out what the caller wants,
/// asks the questions of its instructions and the arguments of the function that does it, calls the
/// function, and says what that gives back. A pure function of the prompt.
public final class ScriptlessModel {
  private ScriptlessModel() {}

  /// What the model says or calls next.
  public static Reply reply(Prompt prompt) {
    if (prompt.override()) {
      Optional<String> words = Directive.verbatim(prompt.instructions());
      if (words.isPresent()) {
        return new Reply.Say(words.get());
      }
    }
    Dialogue dialogue = new Dialogue(prompt);
    return switch (prompt.toolChoice()) {
      case ToolChoice.Function(String name) ->
          prompt.tools().stream()
              .filter(tool -> tool.name().equals(name))
              .findFirst()
              .map(tool -> call(tool, dialogue, prompt))
              .orElseGet(() -> talk(dialogue, prompt));
      case ToolChoice.Required _ ->
          dialogue
              .errand()
              .wanted()
              .or(() -> prompt.tools().stream().findFirst())
              .map(tool -> call(tool, dialogue, prompt))
              .orElseGet(() -> talk(dialogue, prompt));
      case ToolChoice.None _, ToolChoice.Auto _ -> talk(dialogue, prompt);
    };
  }

  private static Reply talk(Dialogue dialogue, Prompt prompt) {
    return switch (english(dialogue, prompt)) {
      case Reply.Say(String words) -> new Reply.Say(dialogue.spoken().say(words));
      case Reply.Call call -> call;
    };
  }

  private static Reply english(Dialogue dialogue, Prompt prompt) {
    if (dialogue.isNoted()) {
      return afterNote(dialogue, prompt);
    }
    if (dialogue.news().isPresent()) {
      return new Reply.Say(tell(dialogue.news().get(), dialogue));
    }
    if (dialogue.waits()) {
      return new Reply.Say(Phrases.WAIT);
    }
    if (dialogue.over()) {
      return new Reply.Say(Phrases.GOODBYE);
    }
    Optional<Reply.Call> change = may(prompt) ? dialogue.change() : Optional.empty();
    if (change.isPresent()) {
      return change.get();
    }
    return switch (dialogue.turn()) {
      case SILENT -> new Reply.Say(dialogue.begun() ? nudge(dialogue) : greeting(prompt));
      case PARDON ->
          new Reply.Say(dialogue.asked().map(Slot::question).orElse(dialogue.lastWords()));
      case MISHEARD, UNCLEAR -> new Reply.Say(Phrases.NOT_CAUGHT + " " + next(dialogue));
      case FOREIGN -> new Reply.Say(dialogue.spoken().only());
      case LEAVING -> leave(dialogue, prompt);
      case UNDERSTOOD -> proceed(dialogue, prompt);
    };
  }

  private static Reply proceed(Dialogue dialogue, Prompt prompt) {
    if (dialogue.aside().isPresent()) {
      return new Reply.Say(sentence(dialogue.aside().get()) + " " + afterAside(dialogue));
    }
    if (dialogue.note().isPresent() && may(prompt)) {
      return dialogue.note().get();
    }
    Optional<Slot> missing = dialogue.missing();
    boolean settled = dialogue.errand().wanted().isPresent() || dialogue.errand().doing().isEmpty();
    if (!settled || !dialogue.errand().isKnown()) {
      return new Reply.Say(dialogue.errand().isKnown() ? offer(dialogue) : Phrases.HELP);
    }
    if (missing.isPresent()) {
      String lead = dialogue.errand().isFresh() ? "Of course. " : "";
      return new Reply.Say(lead + missing.get().question());
    }
    if (dialogue.errand().wanted().isEmpty()) {
      return new Reply.Say(Phrases.NOTED + " " + Phrases.ANYTHING_ELSE);
    }
    return may(prompt)
        ? call(dialogue.errand().wanted().get(), dialogue, prompt)
        : new Reply.Say(Phrases.WAIT);
  }

  /// An answer is noted: the next question, or what all of them were for.
  private static Reply afterNote(Dialogue dialogue, Prompt prompt) {
    Optional<Slot> missing = dialogue.missing();
    Optional<Tool> wanted = dialogue.errand().wanted();
    if (missing.isEmpty() && wanted.isPresent() && may(prompt)) {
      return call(wanted.get(), dialogue, prompt);
    }
    String said = dialogue.news().map(Outcome::say).map(ScriptlessModel::sentence).orElse("");
    return new Reply.Say(
        (said + " " + missing.map(Slot::question).orElse(Phrases.ANYTHING_ELSE)).strip());
  }

  private static Reply leave(Dialogue dialogue, Prompt prompt) {
    Optional<Tool> ending = may(prompt) ? dialogue.errand().ending() : Optional.empty();
    return ending
        .map(tool -> call(tool, dialogue, prompt))
        .orElseGet(() -> new Reply.Say(Phrases.GOODBYE));
  }

  private static boolean may(Prompt prompt) {
    return !(prompt.toolChoice() instanceof ToolChoice.None);
  }

  private static String tell(Outcome news, Dialogue dialogue) {
    String say = sentence(news.say());
    if (dialogue.over() || say.endsWith("?")) {
      return say;
    }
    return say + " " + dialogue.retry().map(Slot::question).orElse(Phrases.ANYTHING_ELSE);
  }

  private static String greeting(Prompt prompt) {
    return Directive.greeting(prompt.instructions()).orElse("Hello. " + Phrases.HELP);
  }

  private static String nudge(Dialogue dialogue) {
    return Phrases.STILL_THERE + dialogue.asked().map(slot -> " " + slot.question()).orElse("");
  }

  private static String next(Dialogue dialogue) {
    Optional<Slot> next = dialogue.errand().isKnown() ? dialogue.missing() : Optional.empty();
    return dialogue.asked().or(() -> next).map(Slot::question).orElse(Phrases.HELP);
  }

  private static String afterAside(Dialogue dialogue) {
    return dialogue.asked().map(Slot::question).orElse(Phrases.ANYTHING_ELSE);
  }

  private static String offer(Dialogue dialogue) {
    List<String> doing = dialogue.errand().doing().stream().map(Tool::spoken).toList();
    if (doing.size() == 1) {
      return "I can " + doing.getFirst() + ". Would you like that?";
    }
    String most = String.join(", ", doing.subList(0, doing.size() - 1));
    return "I can " + most + " or " + doing.getLast() + ". Which would you like?";
  }

  private static Reply call(Tool tool, Dialogue dialogue, Prompt prompt) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    for (Slot slot : tool.arguments()) {
      Optional<JsonNode> value =
          dialogue
              .answer(slot)
              .map(answer -> withNumber(answer, slot, prompt))
              .flatMap(slot::value)
              .or(() -> slot.optional() ? unasked(slot, dialogue, prompt) : Optional.empty());
      value.ifPresent(known -> put(arguments, slot.path(), known));
    }
    return new Reply.Call(tool.name(), arguments);
  }

  /// The answer, or the number the caller rings from if that is what it means.
  private static String withNumber(String answer, Slot slot, Prompt prompt) {
    return slot.isPhone() && CallersNumber.isMeant(answer)
        ? CallersNumber.in(prompt.told()).orElse(answer)
        : answer;
  }

  /// The value of an optional argument that nobody asked for: a choice the caller named by the way,
  /// the number the caller rings from.
  private static Optional<JsonNode> unasked(Slot slot, Dialogue dialogue, Prompt prompt) {
    if (!slot.choices().isEmpty()) {
      return slot.value(dialogue.allWords());
    }
    return slot.isPhone() ? CallersNumber.in(prompt.told()).flatMap(slot::value) : Optional.empty();
  }

  private static void put(ObjectNode arguments, List<String> path, JsonNode value) {
    ObjectNode inner = arguments;
    for (String name : path.subList(0, path.size() - 1)) {
      inner = inner.withObjectProperty(name);
    }
    inner.set(path.getLast(), value);
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || ".?!".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
        ? stripped
        : stripped + ".";
  }
}

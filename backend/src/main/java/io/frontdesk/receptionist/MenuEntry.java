package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.web.Problem.FieldProblem;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of the telephone that callers are offered after the greeting, where what is spoken is read
/// out by the carrier.
///
/// @param key a digit
/// @param text what it is for, in a few words: `Emergencies`
/// @param does what pressing it leads to
/// @param target the name of whoever is rung, where somebody is
/// @param say what callers are told, where they are told something
@Introspected
public record MenuEntry(
    @NotNull @Pattern(regexp = "[0-9]", message = "must be a digit") String key,
    @NotBlank @Size(max = 100) String text,
    @NotNull Does does,
    @Nullable @Size(min = 1, max = 100) String target,
    @Nullable @Size(min = 1, max = 500) String say) {

  /// What pressing a key leads to.
  public enum Does {
    /// A person is rung.
    @JsonProperty("transfer")
    TRANSFER,
    /// The caller is told something, and may go on.
    @JsonProperty("say")
    SAY,
    /// The caller leaves a message.
    @JsonProperty("message")
    MESSAGE,
    /// The caller talks with the receptionist.
    @JsonProperty("talk")
    TALK
  }

  /// What is wrong with a menu in itself.
  static List<FieldProblem> problems(List<MenuEntry> menu) {
    var problems = new ArrayList<FieldProblem>();
    var keys = new HashSet<String>();
    for (int i = 0; i < menu.size(); i++) {
      if (!keys.add(menu.get(i).key())) {
        problems.add(new FieldProblem("/menu/%d/key".formatted(i), "is there more than once"));
      }
    }
    return problems;
  }

  /// What keeps a menu from being used with these people.
  static List<FieldProblem> problems(List<MenuEntry> menu, List<TransferTarget> people) {
    var problems = new ArrayList<FieldProblem>();
    for (int i = 0; i < menu.size(); i++) {
      MenuEntry entry = menu.get(i);
      if (entry.does == Does.TRANSFER && !entry.isTakenBy(people)) {
        problems.add(
            new FieldProblem(
                "/menu/%d/target".formatted(i), "must be somebody who takes calls in person"));
      }
      if (entry.does == Does.SAY && entry.say == null) {
        problems.add(
            new FieldProblem("/menu/%d/say".formatted(i), "must be what callers are told then"));
      }
    }
    return problems;
  }

  private boolean isTakenBy(List<TransferTarget> people) {
    return target != null && people.stream().anyMatch(person -> person.isCalled(target));
  }
}

package io.frontdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CuttingTest {
  @Test
  void cutsBetweenParagraphs() {
    String one = "Gates. ".repeat(80).strip();
    String other = "Doors. ".repeat(80).strip();

    assertThat(Cutting.passages(one + "\n\n" + other)).containsExactly(one, other);
  }

  @Property(tries = 200)
  void losesNothing(@ForAll @StringLength(max = 5000) String text) {
    var passages = Cutting.passages(text);

    assertThat(letters(String.join("", passages))).isEqualTo(letters(text));
    assertThat(passages).allMatch(passage -> passage.length() <= Cutting.LONGEST);
  }

  /// White space is what Java takes for it: a regular expression's is less.
  private static String letters(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package io.frontdesk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.call.Sentiment;
import io.frontdesk.call.Urgency;
import io.frontdesk.receptionist.IntakeQuestion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How far a model's answer is believed.
class FormTest {
  private final Form form =
      new Form(
          List.of(
              IntakeQuestion.text("issue", "What needs fixing?", true),
              IntakeQuestion.text("address", "What is the address?", true)));

  @Test
  void whatKeepsToTheFormIsRead() {
    var findings =
        read(
            """
            {'name': 'Dana', 'intent': 'repair', 'urgency': 'high', 'summary': 'A repair.',
             'sentiment': 'negative', 'fields': {'issue': 'Broken spring', 'address': null}}\
            """);

    assertThat(findings.name()).isEqualTo("Dana");
    assertThat(findings.intent()).isEqualTo("repair");
    assertThat(findings.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(findings.sentiment()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(findings.answers()).containsExactlyEntriesOf(Map.of("issue", "Broken spring"));
    assertThat(findings.makeALead()).isTrue();
  }

  @Test
  void whatIsOutsideTheFormIsLeftOut() {
    var findings =
        read(
            """
            {'name': ['Dana'], 'intent': ' ', 'urgency': 'yesterday', 'summary': 'S\\u0000.',
             'sentiment': 'neutral', 'fields': {'password': 'x', 'issue': {'a': 1}}}\
            """);

    assertThat(findings.name()).isNull();
    assertThat(findings.intent()).isNull();
    assertThat(findings.urgency()).isNull();
    assertThat(findings.summary()).isEqualTo("S\ufffd.");
    assertThat(findings.answers()).isEmpty();
    assertThat(findings.makeALead()).isFalse();
  }

  @Test
  void longAnswersAreCut() {
    String name = "\ud83d\ude00".repeat(5000);

    var findings = read("{'summary': 's', 'sentiment': 'neutral', 'name': '%s'}".formatted(name));

    assertThat(findings.name()).isEqualTo("\ud83d\ude00".repeat(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot do that.",
        "[]",
        "{'sentiment': 'neutral'}",
        "{'summary': '', 'sentiment': 'neutral'}",
        "{'summary': 's', 'sentiment': 'furious'}",
        "{'summary': 's'"
      })
  void anAnswerThatIsNoFormIsRefused(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(IllegalArgumentException.class);
  }

  private Findings read(String answer) {
    return form.read(answer.replace('\'', '"'));
  }
}

package io.frontdesk.conversation.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.conversation.tool.Parameters.Reading;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  private final Parameters parameters =
      Parameters.of(
          Parameter.required("name", 10, "The caller's name."),
          Parameter.choice("urgency", List.of("low", "high"), "How urgent."));

  @Test
  void tellTheModelWhatTheyTake() {
    assertThat(parameters.schema())
        .hasToString(
            "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\",\"description\":\"The"
                + " caller's"
                + " name.\",\"maxLength\":10},\"urgency\":{\"type\":\"string\",\"description\":\"How"
                + " urgent.\",\"enum\":[\"low\",\"high\"]}},"
                + "\"required\":[\"name\"],\"additionalProperties\":false}");
  }

  @Test
  void takeWhatIsAsTheySay() {
    assertThat(parameters.read("{\"name\":\" Ann \",\"urgency\":null}"))
        .isInstanceOfSatisfying(
            Reading.Good.class,
            good -> {
              assertThat(good.arguments().get("name")).isEqualTo("Ann");
              assertThat(good.arguments().find("urgency")).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | name | name is missing",
        "{\"name\":\"  \"} | name | name is missing",
        "{\"name\":7} | name | name must be a string",
        "{\"name\":\"Bartholomew\"} | name | name must have at most 10 characters",
        "{\"name\":\"A\\u0000\"} | name | name has characters that are no text",
        "{\"name\":\"A\\ud800\"} | name | name has characters that are no text",
        "{\"name\":\"Ann\",\"urgency\":\"mad\"} | urgency | urgency must be one of low, high",
        "{\"name\":\"Ann\",\"age\":7} | `` | there is no argument \"age\"",
        "{\"name\":\"Ann\" | `` | the arguments are not JSON",
        "{\"name\":\"Ann\",\"name\":\"Bob\"} | `` | the arguments are not JSON",
        "[] | `` | the arguments are not a JSON object",
      })
  void nameTheArgumentThatIsWrong(String json, String argument, String problem) {
    assertThat(parameters.read(json)).isEqualTo(new Reading.Bad(argument, problem));
  }

  @Property(tries = 300)
  void takeAnythingWithoutThrowing(@ForAll String json) {
    assertThat(parameters.read(json)).isInstanceOf(Reading.Bad.class);
  }
}

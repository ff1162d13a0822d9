package io.frontdesk.routes;

import io.frontdesk.testing.Api.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether an answer is one that a program outside can do something with.
final class Soundness {
  private static final Pattern OF_OURS =
      Pattern.compile("Exception|\\tat |io\\.(frontdesk|micronaut)|java\\.|\\bSQL|com\\.fasterxml");

  private Soundness() {}

  /// What is wrong with an answer, whether it grants or refuses; empty if nothing is.
  ///
  /// @param pointed whether a refusal of what was sent must point at what is wrong
  static Optional<String> fault(Answer answer, boolean pointed) {
    if (answer.status() >= 500) {
      return Optional.of("our error, " + answer.status());
    }
    if (answer.status() < 400) {
      return Optional.empty();
    }
    if (!answer.header("content-type").startsWith("application/problem+json")) {
      return Optional.of(answer.status() + " and no problem");
    }
    if (answer.body().path("status").asInt() != answer.status()
        || answer.body().path("detail").asText().isBlank()) {
      return Optional.of("a poor problem");
    }
    if (OF_OURS.matcher(answer.text()).find()) {
      return Optional.of("tells of the inside");
    }
    boolean input = answer.status() == 400 || answer.status() == 422;
    if (pointed && input && !answer.body().at("/errors/0/pointer").asText().startsWith("/")) {
      return Optional.of(answer.status() + " and points nowhere");
    }
    return Optional.empty();
  }
}

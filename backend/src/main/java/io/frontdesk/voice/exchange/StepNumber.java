package io.frontdesk.voice.exchange;

import io.micronaut.http.HttpRequest;

/// The number of a step that an address names, as `?step=3`.
public final class StepNumber {
  private StepNumber() {}

  /// The number; -1, which no step has, if there is none.
  public static int of(HttpRequest<?> request, String name) {
    String text = request.getParameters().get(name, String.class).orElse("");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }
}

package io.frontdesk.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/// How a Java name reads on the wire.
final class Names {
  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  private Names() {}

  static String snake(String javaName) {
    return SNAKE_CASE.translate(javaName);
  }
}

package io.frontdesk.conversation;

import java.time.Duration;

/// How long a conversation waits for what.
/// @param silence how long nobody says anything before the receptionist asks, asks again, takes
///     leave
/// @param afterGoodbye how long after a goodbye that the caller interrupted
/// @param call the longest call
/// @param modelReady until the model has its instructions
/// @param answer until the model begins an answer that is due
/// @param response until an answer that began is complete
/// @param goodbye until the last goodbye has been heard
/// @param words until a caller's turn that ended is written down
/// @param lastWords the same, after the line was closed
/// @param tools until tools that run are done, after the line was closed
/// @param excuse how long the caller hears nothing because of a tool before being asked to wait
/// @param keys until the caller has pressed the next key of a number
public record Limits(
    Duration silence,
    Duration afterGoodbye,
    Duration call,
    Duration modelReady,
    Duration answer,
    Duration response,
    Duration goodbye,
    Duration words,
    Duration lastWords,
    Duration tools,
    Duration excuse,
    Duration keys) {
  /// What suits most businesses: a caller who never speaks is gone within 45 seconds.
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(7),
          Duration.ofSeconds(4),
          Duration.ofMinutes(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(8),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofMillis(1500),
          Duration.ofMillis(1500));
}

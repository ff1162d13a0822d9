package io.frontdesk.receptionist;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What is to speak for a receptionist. Where it cannot, another does.
public enum ChosenEngine {
  /// A model that listens and speaks: the most natural talk.
  @JsonProperty("realtime")
  REALTIME,
  /// A model that reads and writes; the carrier writes down what callers say and reads out what
  /// they are answered: the cheapest talk.
  @JsonProperty("turn_based")
  TURN_BASED,
  /// No model: asks for name, number, reason and urgency, and takes a message.
  @JsonProperty("scripted")
  SCRIPTED,
  /// No questions: a beep, after which callers say what they want.
  @JsonProperty("voicemail")
  VOICEMAIL;

  /// Whether a model does the talking.
  boolean isModels() {
    return this == REALTIME || this == TURN_BASED;
  }
}

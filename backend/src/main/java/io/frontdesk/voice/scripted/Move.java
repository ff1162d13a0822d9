package io.frontdesk.voice.scripted;

import java.util.List;

/// What is done next.
sealed interface Move {
  /// In this order.
  List<Line> says();

  /// Asks the question of a state.
  record Ask(State state, List<Line> says) implements Move {
    public Ask {
      says = List.copyOf(says);
    }
  }

  /// Keeps the message, if there is one, and takes leave.
  record Leave(Note note, List<Line> says) implements Move {
    public Leave {
      says = List.copyOf(says);
    }
  }
}

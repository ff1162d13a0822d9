package io.frontdesk.voice;

import io.frontdesk.call.Engine;
import io.frontdesk.receptionist.ReceptionistConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The engines that talk by TwiML.
@Singleton
public class Engines {
  private final List<TwimlEngine> engines;

  Engines(List<TwimlEngine> engines) {
    this.engines = engines;
  }

  /// The engine of that name; empty if it does not talk by TwiML.
  Optional<TwimlEngine> find(Engine engine) {
    return engines.stream().filter(one -> one.engine() == engine).findFirst();
  }

  /// What speaks for a receptionist: what was chosen, if it is there.
  public Engine of(ReceptionistConfig receptionist) {
    return find(Engine.of(receptionist.engine())).map(TwimlEngine::engine).orElse(Engine.REALTIME);
  }

  /// Who can take over from an engine, the most able first: those that need less than it does.
  List<TwimlEngine> below(Engine engine) {
    return engines.stream()
        .filter(one -> one.engine().compareTo(engine) > 0)
        .sorted((one, other) -> one.engine().compareTo(other.engine()))
        .toList();
  }
}

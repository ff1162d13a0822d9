package io.frontdesk.voice.ladder;

/// How a provider does on one call.
public record Reputation(Circuits circuits, ProviderKey key) {
  /// It answered.
  public void worked() {
    circuits.worked(key);
  }

  /// The call's engine could not go on.
  public void failed(Fault fault) {
    if (fault.isModels()) {
      circuits.failed(key, fault);
    }
  }
}

package io.frontdesk.conversation.transfer;

import org.jspecify.annotations.Nullable;

/// Something that happened on the way. Each may come twice, late, or before what led to it.
public sealed interface TransferEvent {
  /// The caller has heard to its end that somebody will be rung.
  record Announced() implements TransferEvent {}

  /// The line is free, and asks what follows.
  record LineFree() implements TransferEvent {}

  /// Somebody picked up, and is to hear what it is about.
  record PickedUp(int leg) implements TransferEvent {}

  /// They pressed the key that takes the call.
  record Accepted(int leg) implements TransferEvent {}

  /// They pressed another key, or none.
  record Declined(int leg) implements TransferEvent {}

  /// Their telephone rings no more, or they have hung up.
  ///
  /// @param told how it ended, as the carrier tells it: connected where somebody picked up
  /// @param bridged whether they were joined to the caller; null if the carrier does not tell
  record LegEnded(int leg, LegResult told, @Nullable Boolean bridged) implements TransferEvent {}

  /// Whoever wanted it does not any more, or it could not be begun.
  record CalledOff() implements TransferEvent {}

  /// The caller has gone.
  record CallEnded() implements TransferEvent {}
}

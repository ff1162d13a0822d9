package io.frontdesk.conversation.transfer;

/// Where a transfer stands. A leg is the telephone of one person, counted from 0 in the order in
/// which they are rung.
public sealed interface TransferState {
  /// It is clear who will be rung; the receptionist says so.
  record Chosen() implements TransferState {}

  /// The caller has heard that somebody will be rung.
  record Announced() implements TransferState {}

  /// A telephone rings, and the caller hears it ring.
  record Ringing(int leg) implements TransferState {}

  /// Somebody picked up, and hears what it is about; the caller still hears it ring.
  record Briefed(int leg) implements TransferState {}

  /// They took the call.
  record Bridged(int leg) implements TransferState {}

  /// Nothing more will come of it.
  record Ended(TransferResult result) implements TransferState {}
}

package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Everything the stand-in keeps, in one folder that only one stand-in uses at a time.
final class Storage implements AutoCloseable {
  private static final int MOST_MESSAGES = 10_000;
  private static final int MOST_CALLS = 5_000;
  private static final int MOST_REPORTS = 500;

  final Shelf<Account> accounts;
  final Shelf<IncomingNumber> numbers;
  final Shelf<TextMessage> messages;
  final Shelf<CallRecord> calls;
  final Shelf<Callee> callees;
  final Shelf<Recording> recordings;

  /// What was seen of calls that are over: `{sid, …}`.
  final Shelf<JsonNode> reports;

  private final FileChannel lock;

  private Storage(Path folder, FileChannel lock) {
    this.lock = lock;
    accounts = Shelf.open(folder.resolve("accounts"), Account.class, Account::sid);
    numbers = Shelf.open(folder.resolve("numbers"), IncomingNumber.class, IncomingNumber::sid);
    messages =
        Shelf.open(folder.resolve("messages"), TextMessage.class, TextMessage::sid)
            .keeping(MOST_MESSAGES, TextMessage::createdAt, message -> true);
    calls =
        Shelf.open(folder.resolve("calls"), CallRecord.class, CallRecord::sid)
            .keeping(MOST_CALLS, CallRecord::createdAt, Storage::isDone);
    recordings = Shelf.open(folder.resolve("recordings"), Recording.class, Recording::sid);
    callees = Shelf.open(folder.resolve("callees"), Callee.class, Callee::number);
    reports =
        Shelf.open(folder.resolve("reports"), JsonNode.class, r -> r.path("sid").asText())
            .keeping(MOST_REPORTS, r -> r.path("created_at").asText(), report -> true);
  }

  /// Reads what the folder holds; an empty or missing one is made ready.
  ///
  /// @throws DataTaken if another stand-in uses it
  /// @throws UnreadableData if a file in it is damaged
  static Storage open(Path folder) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve("lock");
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new DataTaken(folder);
      }
      try {
        return new Storage(folder, channel);
      } catch (RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDone(CallRecord call) {
    return call.status().isOver() && !call.callbackDue();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.frontdesk.sandbox.twilio;

import java.nio.file.Path;

/// A file of the data folder cannot be understood; the message is for the person who owns the
/// folder.
public final class UnreadableData extends RuntimeException {
  UnreadableData(Path file, Throwable cause) {
    super("%s is damaged or not ours: repair it or remove it.".formatted(file), cause);
  }
}

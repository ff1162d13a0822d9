package io.frontdesk.sandbox.twilio;

import java.nio.file.Path;

/// Another running stand-in uses the data folder; the message is for the person who started this
/// one.
public final class DataTaken extends RuntimeException {
  DataTaken(Path folder) {
    super(
        "%s is used by another running stand-in: stop it or choose another folder."
            .formatted(folder));
  }
}

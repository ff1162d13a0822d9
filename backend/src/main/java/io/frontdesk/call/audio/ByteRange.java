package io.frontdesk.call.audio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of something that has so many bytes.
/// Source: https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
///
/// @param first the first byte's index
/// @param length at least 1
record ByteRange(long first, long length) {
  private static final Pattern ONE =
      Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

  /// The one that `header` asks for, if it asks for one: what cannot be understood, and several at
  /// once, ask for all.
  ///
  /// @param of how many bytes there are
  /// @return without length if there is nothing in that range
  static Optional<ByteRange> asked(String header, long of) {
    Matcher range = ONE.matcher(header.strip());
    if (!range.matches()) {
      return Optional.empty();
    }
    String from = range.group(1);
    String to = range.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? Optional.empty() : Optional.of(last(Long.parseLong(to), of));
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? of - 1 : Math.min(Long.parseLong(to), of - 1);
    if (!to.isEmpty() && Long.parseLong(to) < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
  }

  private static ByteRange last(long count, long of) {
    long length = Math.min(count, of);
    return new ByteRange(of - length, length);
  }

  boolean isEmpty() {
    return length == 0;
  }

  /// As `Content-Range` tells it.
  String of(long all) {
    return "bytes %d-%d/%d".formatted(first, first + length - 1, all);
  }
}

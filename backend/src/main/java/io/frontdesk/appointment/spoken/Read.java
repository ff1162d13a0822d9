package io.frontdesk.appointment.spoken;

/// Something read in a phrase.
///
/// @param start position of its first token
/// @param end position after its last token
record Read<T>(T said, int start, int end) {
  boolean covers(int position) {
    return start <= position && position < end;
  }
}

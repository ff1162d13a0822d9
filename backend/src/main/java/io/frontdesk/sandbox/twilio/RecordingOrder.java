package io.frontdesk.sandbox.twilio;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What shall be recorded, and who is told of it.
///
/// @param source what begins it, as Twilio names it
/// @param channels 1, or 2: the caller on the first and what the caller hears on the second
/// @param track `inbound` what the caller says, `outbound` what the caller hears, or `both`
/// @param trim whether silence at either end is left out
/// @param callback absolute; null = nobody is told
/// @param events `in-progress`, `completed`, `absent`
record RecordingOrder(
    String source,
    int channels,
    String track,
    boolean trim,
    Verb.@Nullable Callback callback,
    Set<String> events) {
  /// What may be told.
  static final Set<String> EVENTS = Set.of("in-progress", "completed", "absent");
}

package io.frontdesk.voice.mediastream;

import io.netty.buffer.ByteBuf;
import java.util.Map;

/// A message Twilio sends on one Media Stream.
/// Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
public sealed interface MediaStreamEvent {
  /// The socket is open; nothing is known yet.
  record Connected() implements MediaStreamEvent {}

  /// The stream begins.
  /// @param parameters what our TwiML put into `<Parameter>`; empty if nothing
  record Start(String streamSid, String accountSid, String callSid, Map<String, String> parameters)
      implements MediaStreamEvent {
    /// A start whose parameters nobody can change.
    public Start {
      parameters = Map.copyOf(parameters);
    }
  }

  /// Caller audio: G.711 µ-law, 8 kHz, mono.
  /// @param atMs offset from the start of the stream, in milliseconds
  /// @param samples how many samples the payload holds, at least one; 8 are a millisecond
  /// @param payload the samples as base64, valid inside a JSON string: a view of the message's own
  ///     bytes, which lives as long as the message unless it is retained
  record Media(long atMs, int samples, ByteBuf payload) implements MediaStreamEvent {}

  /// Everything sent before this mark has been played, or cleared.
  record Mark(String name) implements MediaStreamEvent {}

  /// The caller pressed a key.
  /// @param key one of `0123456789*#ABCD`
  record Dtmf(char key) implements MediaStreamEvent {}

  /// The stream is over. May be missing when the connection breaks.
  record Stop() implements MediaStreamEvent {}
}

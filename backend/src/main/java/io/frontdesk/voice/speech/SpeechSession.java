package io.frontdesk.voice.speech;

import io.netty.buffer.ByteBuf;

/// A conversation with a model, of one event loop only. It begins when the model has told that it
/// is [SpeechEvent.Opened] and is sent [SpeechCommand.Start]; it can hear once it is
/// [SpeechEvent.Ready].
public interface SpeechSession {
  /// More of the caller's audio.
  /// @param payload base64 µ-law as it stands in a JSON string; read, not consumed
  void audio(ByteBuf payload);

  /// Anything else; nothing when the session is over.
  void send(SpeechCommand command);

  /// Ends the session. Nothing is told after this, and nobody is waited for who does not listen.
  void close();

  /// Told of everything that happens, one thing after the other.
  interface Listener {
    /// The model says something.
    void said(SpeechEvent event);

    /// The session is over, or never began, and not by [SpeechSession#close].
    /// @param reason for the log
    void lost(String reason);
  }
}

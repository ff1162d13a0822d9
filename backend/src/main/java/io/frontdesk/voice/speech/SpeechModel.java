package io.frontdesk.voice.speech;

import io.frontdesk.voice.wire.Drops;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

/// A model that listens and speaks, found and ready to be connected to.
@FunctionalInterface
public interface SpeechModel {
  /// Begins to connect. Does not block.
  /// @param loop on which everything will happen and be told, and on which this is called
  /// @param like a channel of the kind to open
  /// @param drops counts the model's messages that are left out
  SpeechSession open(
      EventLoop loop, Class<? extends Channel> like, Drops drops, SpeechSession.Listener listener);
}

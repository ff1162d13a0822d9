package io.frontdesk.voice;

import io.frontdesk.call.CallMoment;
import io.frontdesk.conversation.tool.ToolBox;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.websocket.NettyServerWebSocketHandler;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import java.time.Clock;
import java.time.Duration;

/// The address of media streams. Micronaut routes and shakes hands; then the socket is taken over
/// on its own event loop, and the model's socket is opened on the same one.
@ServerWebSocket(FrontDoor.STREAM_PATH + "{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class VoiceStream {
  private static final int POLICY_VIOLATION = 1008;

  private final Notebooks notebooks;
  private final ToolBox tools;
  private final ApplicationEventPublisher<CallMoment> audience;
  private final Clock clock;

  private final OnTheLine onTheLine;

  /// Twilio sends audio 50 times a second, be it of silence.
  private final Duration longestPause;

  VoiceStream(
      Notebooks notebooks,
      ToolBox tools,
      ApplicationEventPublisher<CallMoment> audience,
      OnTheLine onTheLine,
      Clock clock,
      @Property(name = "voice.longest-pause", defaultValue = "5s") Duration longestPause) {
    this.notebooks = notebooks;
    this.tools = tools;
    this.audience = audience;
    this.onTheLine = onTheLine;
    this.clock = clock;
    this.longestPause = longestPause;
  }

  @OnOpen
  void open(String token, WebSocketSession session, HttpRequest<?> request) {
    PreparedCall call = request.getAttribute(StreamGuard.PREPARED, PreparedCall.class).orElse(null);
    if (call == null) {
      session.close(new CloseReason(POLICY_VIOLATION, "the token was used"));
      return;
    }
    ChannelHandlerContext http = ((NettyHttpRequest<?>) request).getChannelHandlerContext();
    if (!http.executor().inEventLoop()) {
      throw new IllegalStateException("a stream is opened on its own event loop");
    }
    takeOver(http, call);
  }

  @OnMessage(maxPayloadLength = StreamHandler.MAX_BYTES)
  void message(String never) {}

  /// Takes the place of the decoder, in the same turn of the loop that answers the handshake: no
  /// frame can have been read yet, and none gets past.
  private void takeOver(ChannelHandlerContext http, PreparedCall call) {
    Channel channel = http.channel();
    var notes = notebooks.open(call, channel.eventLoop());
    var bridge = new VoiceBridge(call, channel, notes, tools, audience, onTheLine, clock);
    http.pipeline()
        .replace(
            WebSocket13FrameDecoder.class, "media-stream", new StreamHandler(bridge, longestPause));
    if (http.pipeline().get(ChannelPipelineCustomizer.HANDLER_IDLE_STATE) != null) {
      http.pipeline().remove(ChannelPipelineCustomizer.HANDLER_IDLE_STATE); // ours takes its place
    }
    PlainStreams.leave(http.pipeline());
    channel.config().setAllocator(PooledByteBufAllocator.DEFAULT);
    bridge.begin();
    channel.eventLoop().execute(() -> dismissMicronaut(channel.pipeline()));
    if (!channel.isActive()) {
      bridge.hungUp();
    }
  }

  /// Micronaut has added its own handler, for which nothing is left to do; unless the socket was
  /// closed already.
  private static void dismissMicronaut(ChannelPipeline pipeline) {
    if (pipeline.get(NettyServerWebSocketHandler.ID) != null) {
      pipeline.remove(NettyServerWebSocketHandler.ID);
    }
  }
}

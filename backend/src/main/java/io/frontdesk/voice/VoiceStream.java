package io.frontdesk.voice;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallMoment;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.openai.OpenAiConfiguration;
import io.frontdesk.voice.realtime.RealtimeConnection;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.websocket.NettyServerWebSocketHandler;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/// The address of media streams. Micronaut routes and shakes hands; then the socket is taken over
/// on its own event loop, and the model's socket is opened on the same one.
@ServerWebSocket(FrontDoor.STREAM_PATH + "{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class VoiceStream {
  /// Frames up to this size are read and, if too large, left out; larger ones end the stream.
  private static final int MAX_FRAME_BYTES = 16 << 20;

  private final CallLog log;
  private final ToolBox tools;
  private final OpenAiConfiguration openAi;
  private final ApplicationEventPublisher<CallMoment> audience;
  private final Clock clock;

  VoiceStream(
      CallLog log,
      ToolBox tools,
      OpenAiConfiguration openAi,
      ApplicationEventPublisher<CallMoment> audience,
      Clock clock) {
    this.audience = audience;
    this.log = log;
    this.tools = tools;
    this.openAi = openAi;
    this.clock = clock;
  }

  @OnOpen
  void open(String token, WebSocketSession session, HttpRequest<?> request) {
    PreparedCall call =
        request.getAttribute(StreamGuard.PREPARED, PreparedCall.class).orElseThrow();
    Channel channel = EarlyFrames.channel(request);
    // Micronaut adds its handler right after this method.
    channel.eventLoop().execute(() -> takeOver(channel, call));
  }

  @OnMessage(maxPayloadLength = MAX_FRAME_BYTES)
  void message(String never) {}

  private void takeOver(Channel channel, PreparedCall call) {
    if (channel.isActive() && channel.pipeline().get(NettyServerWebSocketHandler.ID) == null) {
      // The handshake goes on from the guard's thread, and may not be that far yet.
      channel.eventLoop().schedule(() -> takeOver(channel, call), 1, TimeUnit.MILLISECONDS);
      return;
    }
    var bridge = new VoiceBridge(call, channel, log, tools, audience, clock);
    channel
        .pipeline()
        .addBefore(
            NettyServerWebSocketHandler.ID,
            "media-stream-aggregator",
            new WebSocketFrameAggregator(MAX_FRAME_BYTES));
    channel
        .pipeline()
        .replace(NettyServerWebSocketHandler.ID, "media-stream", new StreamHandler(bridge));
    bridge.dialled(
        RealtimeConnection.open(
            channel.eventLoop(),
            channel.getClass(),
            URI.create(openAi.realtime() + "?model=" + call.model()),
            openAi.key(),
            bridge.drops(),
            bridge));
    EarlyFrames.release(channel);
    if (!channel.isActive()) {
      bridge.hungUp();
    }
  }
}

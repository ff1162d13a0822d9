package io.frontdesk.live;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;

/// The dashboard's live connection. It only tells: what is sent to it is not read.
@ServerWebSocket(LiveSocket.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
class LiveSocket {
  static final String PATH = "/api/v1/live";

  /// A side that answers no ping for so long is gone.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(75);

  private static final int MAX_FRAME_BYTES = 1024;

  private final Switchboard switchboard;

  LiveSocket(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  @OnOpen
  void open(WebSocketSession session, HttpRequest<?> request) {
    TenantId tenant = request.getAttribute(LiveGuard.TENANT, TenantId.class).orElseThrow();
    Channel channel = ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
    // Micronaut closes a connection that its pipeline calls idle.
    channel.pipeline().addFirst(new IdleStateHandler((int) LONGEST_SILENCE.toSeconds(), 0, 0));
    var viewer = new Viewer(channel);
    switchboard.connect(tenant, viewer);
    channel.closeFuture().addListener(_ -> switchboard.disconnect(tenant, viewer));
  }

  @OnMessage(maxPayloadLength = MAX_FRAME_BYTES)
  void message(String ignored) {}
}

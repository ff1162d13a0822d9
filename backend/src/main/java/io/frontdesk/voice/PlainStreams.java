package io.frontdesk.voice;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import jakarta.inject.Singleton;

/// Has no extension agreed on for a media stream, though browsers offer to compress: Micronaut says
/// yes, and base64 of sound is inflated for more than all else that is done with it.
@Singleton
class PlainStreams implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  /// Takes itself away from a stream that has begun.
  static void leave(ChannelPipeline pipeline) {
    if (pipeline.get(NoOffer.class) != null) {
      pipeline.remove(NoOffer.class);
    }
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
    created.getBean().register(new OfServer());
    return created.getBean();
  }

  private static final class OfServer implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
    }
  }

  private record OfConnection(Channel connection) implements NettyServerCustomizer {
    @Override
    public void onStreamPipelineBuilt() {
      ChannelPipeline pipeline = connection.pipeline();
      ChannelHandlerContext agrees = pipeline.context(WebSocketServerExtensionHandler.class);
      if (agrees != null && pipeline.get(NoOffer.class) == null) {
        pipeline.addBefore(agrees.name(), "plain-streams", NoOffer.INSTANCE);
      }
    }
  }

  @Sharable
  private static final class NoOffer extends ChannelInboundHandlerAdapter {
    static final NoOffer INSTANCE = new NoOffer();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request
          && request.uri().startsWith(FrontDoor.STREAM_PATH)) {
        request.headers().remove(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
      }
      context.fireChannelRead(message);
    }
  }
}

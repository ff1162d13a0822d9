package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A call's two sockets in the [Relay], both on one event loop.
final class RelayLink extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Scan PAYLOAD = new Scan("\"payload\":\"");
  private static final Scan DELTA = new Scan("\"delta\":\"");
  private static final byte[] APPEND =
      ascii("{\"type\":\"input_audio_buffer.append\",\"audio\":\"");
  private static final byte[] APPEND_END = ascii("\"}");
  private static final byte[] MEDIA = ascii("{\"event\":\"media\",\"media\":{\"payload\":\"");
  private static final byte[] MEDIA_END = ascii("\"},\"streamSid\":\"MZ1\"}");
  private static final int KIND = "{\"type\":\"".length();

  private final URI model;
  private @Nullable ChannelHandlerContext phone;
  private @Nullable Channel session;

  RelayLink(URI model) {
    this.model = model;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    phone = context;
    var config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(model)
            .maxFramePayloadLength(1 << 20)
            .build();
    new Bootstrap()
        .group(context.channel().eventLoop())
        .channel(context.channel().getClass())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel made) {
                made.pipeline()
                    .addLast(
                        new HttpClientCodec(),
                        new HttpObjectAggregator(64 * 1024),
                        new WebSocketClientProtocolHandler(config),
                        new Session());
              }
            })
        .connect(model.getHost(), model.getPort());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    int at = frame instanceof TextWebSocketFrame ? PAYLOAD.after(frame.content()) : -1;
    if (at >= 0 && session != null) {
      splice(session, APPEND, frame.content(), at, APPEND_END);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (session != null) {
      session.close();
    }
  }

  private static void splice(Channel to, byte[] head, ByteBuf from, int at, byte[] tail) {
    int length = from.indexOf(at, from.writerIndex(), (byte) '"') - at;
    ByteBuf message =
        to.alloc()
            .buffer(head.length + length + tail.length)
            .writeBytes(head)
            .writeBytes(from, at, length)
            .writeBytes(tail);
    to.writeAndFlush(new TextWebSocketFrame(message), to.voidPromise());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private final class Session extends SimpleChannelInboundHandler<WebSocketFrame> {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        session = context.channel();
      }
      super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      ByteBuf message = frame.content();
      if (phone == null || !(frame instanceof TextWebSocketFrame)) {
        return;
      }
      byte kind = message.getByte(message.readerIndex() + KIND);
      if (kind == 'r') {
        int at = isSound(message) ? DELTA.after(message) : -1;
        if (at >= 0) {
          splice(phone.channel(), MEDIA, message, at, MEDIA_END);
        }
      } else if (kind == 'i' && message.getByte(message.readerIndex() + STARTED) == 'a') {
        phone.writeAndFlush(new TextWebSocketFrame("{\"event\":\"clear\",\"streamSid\":\"MZ1\"}"));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (phone != null) {
        phone.close();
      }
    }
  }

  /// Where `input_audio_buffer.speech_started` differs from `…speech_stopped`.
  private static final int STARTED = KIND + "input_audio_buffer.speech_st".length();

  /// Where `response.output_audio.delta` differs from the transcript's.
  private static final int SOUND = KIND + "response.output_audio".length();

  private static boolean isSound(ByteBuf message) {
    int at = message.readerIndex() + SOUND;
    return at < message.writerIndex() && message.getByte(at) == '.';
  }
}

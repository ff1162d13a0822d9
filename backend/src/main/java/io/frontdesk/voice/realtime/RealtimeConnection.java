package io.frontdesk.voice.realtime;

import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechSession;
import io.frontdesk.voice.wire.Drops;
import io.frontdesk.voice.wire.Farewell;
import io.frontdesk.voice.wire.TextFrame;
import io.frontdesk.voice.wire.TextSocket;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.NoopAddressResolverGroup;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// A session with the model, on the event loop of whoever opens it: everything here, and everything
/// that it tells, happens on that loop.
/// Source: https://platform.openai.com/docs/guides/realtime-websocket
final class RealtimeConnection implements SpeechSession {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int MAX_FRAME_BYTES = 8 << 20;

  /// When more than this is waiting to be sent, the model has stopped listening.
  private static final int MAX_WAITING_BYTES = 4 << 20;

  private final RealtimeReader reader;
  private final Drops drops;
  private final Listener listener;
  private @Nullable Channel channel;
  private @Nullable ChannelHandlerContext door;
  private boolean open;
  private boolean closed;

  private RealtimeConnection(Drops drops, Listener listener) {
    this.drops = drops;
    this.reader = new RealtimeReader(drops);
    this.listener = listener;
  }

  /// Begins to connect.
  /// @param loop on which everything will happen, and on which this is called
  /// @param like a channel of the kind to open
  static RealtimeConnection open(
      EventLoop loop,
      Class<? extends Channel> like,
      RealtimeAddress address,
      Drops drops,
      Listener listener) {
    var connection = new RealtimeConnection(drops, listener);
    connection.connect(loop, like, address);
    return connection;
  }

  private void connect(EventLoop loop, Class<? extends Channel> like, RealtimeAddress address) {
    String host = address.uri().getHost();
    int port = address.socket().getPort();
    var config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(address.uri())
            .version(WebSocketVersion.V13)
            .customHeaders(new DefaultHttpHeaders().add("Authorization", "Bearer " + address.key()))
            .allowExtensions(false)
            .handshakeTimeoutMillis(CONNECT.toMillis())
            .maxFramePayloadLength(MAX_FRAME_BYTES)
            .withUTF8Validator(false) // the reader looks at every byte that matters
            .build();
    new Bootstrap()
        .group(loop)
        .channel(like)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel made) {
                ChannelPipeline pipeline = made.pipeline();
                if (address.isEncrypted()) {
                  pipeline.addLast(Tls.CONTEXT.newHandler(made.alloc(), host, port));
                }
                pipeline.addLast(
                    new HttpClientCodec(),
                    new HttpObjectAggregator(64 * 1024),
                    new WebSocketClientProtocolHandler(config),
                    new Frames());
              }
            })
        .resolver(NoopAddressResolverGroup.INSTANCE) // a name is looked up elsewhere, or not at all
        .connect(address.socket())
        .addListener(
            (ChannelFuture connected) -> {
              channel = connected.channel();
              if (!connected.isSuccess()) {
                lose("cannot connect: " + connected.cause());
              } else if (closed) {
                channel.close();
              }
            });
  }

  @Override
  public void send(SpeechCommand command) {
    Channel to = channel;
    if (to != null && open) {
      to.writeAndFlush(new TextWebSocketFrame(RealtimeWriter.write(to.alloc(), command)));
    }
  }

  @Override
  public void audio(ByteBuf payload) {
    Channel to = channel;
    ChannelHandlerContext door = this.door;
    if (to == null || door == null || !open) {
      return;
    }
    var waiting = to.unsafe().outboundBuffer();
    if (waiting != null && waiting.totalPendingWriteBytes() > MAX_WAITING_BYTES) {
      drops.add(Drops.Reason.OVERFLOWED);
      return;
    }
    int length = RealtimeWriter.audioLength(payload);
    ByteBuf frame = to.alloc().directBuffer(length + TextFrame.MOST_EXTRA_BYTES);
    int mask = TextFrame.beginMasked(frame, length);
    RealtimeWriter.audio(frame, payload);
    TextFrame.mask(frame, length, mask);
    door.writeAndFlush(frame, to.voidPromise());
  }

  @Override
  public void close() {
    closed = true;
    Channel to = channel;
    if (to == null) {
      return;
    }
    if (open) {
      open = false;
      Farewell.say(to, 1000, "");
    } else {
      to.close();
    }
  }

  private void lose(String reason) {
    open = false;
    if (!closed) {
      closed = true;
      listener.lost(reason);
    }
  }

  private final class Frames extends TextSocket {
    Frames() {
      super(false, MAX_FRAME_BYTES);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        channel = context.channel();
        open = true;
        context.pipeline().remove(WebSocketClientProtocolHandler.class); // they have done
        context.pipeline().remove(WebSocket13FrameDecoder.class); // their part
        door = TextFrame.door(context.channel());
      } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
        lose("no handshake in time");
      }
      super.userEventTriggered(context, event);
    }

    @Override
    protected void text(ByteBuf message) {
      if (!closed) {
        SpeechEvent event = reader.read(message);
        if (event != null) {
          listener.said(event);
        }
      }
    }

    @Override
    protected void closing(ChannelHandlerContext context, CloseWebSocketFrame close) {
      Farewell.answer(context.channel(), close);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      lose("the session was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      lose(cause.toString());
      context.close();
    }
  }

  /// Made at its first use: a stand-in needs none.
  private static final class Tls {
    static final SslContext CONTEXT = make();

    private static SslContext make() {
      try {
        return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
      } catch (SSLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

package io.frontdesk.sandbox.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/// Opens WebSockets to other servers, `ws` or `wss`, all of them on a few event loops of its own.
@SuppressWarnings("FutureReturnValueIgnored") // the listener reports failures
public final class SocketClient implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup loops;
  private final SslContext tls;

  /// A client without connections.
  ///
  /// @param name for its threads
  public SocketClient(String name) {
    try {
      tls = SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
    } catch (SSLException e) {
      throw new IllegalStateException("the JDK has no TLS", e);
    }
    loops =
        new MultiThreadIoEventLoopGroup(
            2, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  /// Opens a WebSocket. The future fails with [HandshakeRefused] if the server answers anything but
  /// 101, and with an I/O exception if it cannot be reached in time.
  ///
  /// @param timeout for connection and handshake together
  public CompletableFuture<Socket> connect(
      URI url,
      Map<String, String> headers,
      Duration timeout,
      Function<Socket, SocketHandler> handler) {
    var secure = "wss".equalsIgnoreCase(url.getScheme());
    var port = url.getPort() != -1 ? url.getPort() : secure ? 443 : 80;
    var opened = new CompletableFuture<Socket>();
    new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                var pipeline = channel.pipeline();
                if (secure) {
                  pipeline.addLast(tls.newHandler(channel.alloc(), url.getHost(), port));
                }
                pipeline.addLast(
                    new HttpClientCodec(),
                    new HttpObjectAggregator(64 * 1024),
                    new ClientHandshake(config(url, headers), timeout, handler, opened));
              }
            })
        .connect(url.getHost(), port)
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                opened.completeExceptionally(connected.cause());
              }
            });
    return opened;
  }

  private static WebSocketClientProtocolConfig config(URI url, Map<String, String> headers) {
    var custom = new DefaultHttpHeaders();
    headers.forEach(custom::set);
    return WebSocketClientProtocolConfig.newBuilder()
        .webSocketUri(url)
        .version(WebSocketVersion.V13)
        .customHeaders(custom)
        .allowExtensions(false)
        .maxFramePayloadLength(SocketFrames.MAX_MESSAGE_BYTES)
        .build();
  }

  /// Cuts every connection.
  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}

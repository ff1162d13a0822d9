package io.frontdesk.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The world around the service: the callers' telephones and the model.
final class Generator implements AutoCloseable {
  private static final int LOOPS = 2;

  /// Never asleep: waking who sleeps is work of whoever writes to them, here that of the one who is
  /// measured, and over a network it would be nobody's.
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          LOOPS, EpollIoHandler.newFactory(0, () -> (ready, _) -> ready.get()));
  private final Map<EventExecutor, Ticker> tickers = new HashMap<>();
  private final Map<Integer, Call> calls = new ConcurrentHashMap<>();
  private final Channel model;

  Generator() {
    for (EventExecutor loop : loops) {
      var ticker = new Ticker((EventLoop) loop);
      tickers.put(loop, ticker);
      ticker.begin();
    }
    model =
        new ServerBootstrap()
            .group(loops)
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 2048)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                initializer(
                    made ->
                        ModelDoor.open(
                            made, () -> new ModelSide(calls::get, ticker(made.eventLoop())))))
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  /// Where the model listens.
  URI model() {
    return URI.create(
        "ws://127.0.0.1:" + ((InetSocketAddress) model.localAddress()).getPort() + "/v1/realtime");
  }

  /// Opens the stream of a call that has been answered.
  PhoneSide connect(Call call, URI stream) {
    calls.put(call.number, call);
    EventLoop loop = loops.next();
    var phone = new PhoneSide(call, ticker(loop));
    var config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(stream)
            .customHeaders(
                new DefaultHttpHeaders()
                    .add(
                        "x-twilio-signature",
                        Webhook.signature(call.line.token(), stream.toString())))
            .maxFramePayloadLength(1 << 20)
            .build();
    new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            initializer(
                made ->
                    made.pipeline()
                        .addLast(
                            new HttpClientCodec(),
                            new HttpObjectAggregator(64 * 1024),
                            new WebSocketClientProtocolHandler(config),
                            phone)))
        .connect(stream.getHost(), stream.getPort())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                phone.gone().completeExceptionally(connected.cause());
              }
            });
    phone.gone().whenComplete((_, _) -> calls.remove(call.number));
    return phone;
  }

  /// How many calls have a stream.
  int calls() {
    return calls.size();
  }

  /// Whether everybody is silent, though the lines stay open.
  void pause(boolean whether) {
    onEach(ticker -> ticker.pause(whether));
  }

  /// What was seen since the last time, all of it together.
  Meters collect() {
    var all = new Meters();
    onEach(
        ticker -> {
          all.addAll(ticker.meters);
          ticker.meters.clearAll();
        });
    return all;
  }

  private void onEach(Consumer<Ticker> work) {
    for (EventExecutor loop : loops) {
      loop.submit(() -> work.accept(ticker(loop))).syncUninterruptibly();
    }
  }

  private Ticker ticker(EventExecutor loop) {
    return Objects.requireNonNull(tickers.get(loop));
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static ChannelInitializer<Channel> initializer(Consumer<Channel> pipeline) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel made) {
        pipeline.accept(made);
      }
    };
  }
}

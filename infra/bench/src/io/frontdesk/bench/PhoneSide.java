package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Twilio's end of a call's stream: sends a frame every 20 ms, plays what comes as a telephone
/// does, and gives marks back when they have been played. Of one event loop only.
/// Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
final class PhoneSide extends SimpleChannelInboundHandler<WebSocketFrame>
    implements Ticker.Ticking {
  private static final int KIND = "{\"event\":\"".length();
  private static final Scan PAYLOAD = new Scan("\"payload\":\"");
  private static final Scan NAME = new Scan("\"name\":\"");
  private static final int FRAME_BASE64 = 216;

  private final Call call;
  private final Ticker ticker;
  private final Meters meters;
  private final byte[] mediaHead = ascii("{\"event\":\"media\",\"sequenceNumber\":\"");
  private final byte[] mediaChunk = ascii("\",\"media\":{\"track\":\"inbound\",\"chunk\":\"");
  private final byte[] mediaTime = ascii("\",\"timestamp\":\"");
  private final byte[] mediaPayload = ascii("\",\"payload\":\"");
  private final byte[] mediaEnd;

  /// What is to be played: frames of sound, as their number, and between them marks.
  private final Deque<Object> line = new ArrayDeque<>();

  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private volatile @Nullable ChannelHandlerContext context;

  /// Whether the caller has gone, perhaps before the stream was open.
  private volatile boolean over;

  private int sequence = 1;
  private int chunk;
  private long startedAt;
  private boolean greeted;

  PhoneSide(Call call, Ticker ticker) {
    this.call = call;
    this.ticker = ticker;
    this.meters = ticker.meters;
    this.mediaEnd = ascii("\"},\"streamSid\":\"" + call.streamSid() + "\"}");
  }

  Call call() {
    return call;
  }

  /// Done when the stream is closed, whoever closed it.
  CompletableFuture<Void> gone() {
    return gone;
  }

  /// The caller hangs up.
  void hangUp() {
    over = true;
    if (context != null && context.channel().isActive()) {
      send(context, "{'event':'stop','sequenceNumber':'%d','streamSid':'%s','stop':{}}");
      context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
    }
  }

  /// The line is cut: the connection ends, or, as when a machine dies, is reset.
  void cut(boolean reset) {
    over = true;
    if (context != null) {
      Channel channel = context.channel();
      channel.eventLoop().execute(() -> cut(channel, reset));
    }
  }

  private static void cut(Channel channel, boolean reset) {
    if (reset && channel.isActive()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    channel.close();
  }

  /// The model's session breaks off.
  void loseModel() {
    call.loseModel();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext opened, Object event) throws Exception {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      context = opened;
      start(opened);
      ticker.add(this);
      if (over) {
        opened.close();
      }
    }
    super.userEventTriggered(opened, event);
  }

  private void start(ChannelHandlerContext to) {
    send(to, "{'event':'connected','protocol':'Call','version':'1.0.0'}");
    send(
        to,
        "{'event':'start','sequenceNumber':'%d','streamSid':'%s','start':{'accountSid':'"
            + call.line.account()
            + "','callSid':'"
            + call.sid
            + "','tracks':['inbound'],'mediaFormat':{'encoding':'audio/x-mulaw','sampleRate':8000,"
            + "'channels':1},'customParameters':{}}}");
    startedAt = System.nanoTime();
    to.flush();
  }

  @Override
  public boolean tick() {
    ChannelHandlerContext to = context;
    if (to == null || !to.channel().isActive()) {
      return false;
    }
    play(to);
    long now = System.nanoTime();
    int frame = call.toModel.next(now);
    ByteBuf message = to.alloc().directBuffer(512);
    message.writeBytes(mediaHead);
    decimal(message, sequence++);
    message.writeBytes(mediaChunk);
    decimal(message, ++chunk);
    message.writeBytes(mediaTime);
    decimal(message, frame * 20);
    message.writeBytes(mediaPayload);
    Sound.write(message, call.number, frame);
    message.writeBytes(mediaEnd);
    to.writeAndFlush(new TextWebSocketFrame(message), to.voidPromise());
    return true;
  }

  /// 20 ms pass at the telephone.
  private void play(ChannelHandlerContext to) {
    boolean played = false;
    for (Object next = line.peekFirst(); next != null; next = line.peekFirst()) {
      if (next instanceof Integer frames) {
        if (played) {
          return;
        }
        played = true;
        line.removeFirst();
        if (frames > 1) {
          line.addFirst(frames - 1);
        }
      } else {
        line.removeFirst();
        giveBack(to, (String) next);
      }
    }
  }

  private void giveBack(ChannelHandlerContext to, String mark) {
    send(
        to,
        "{'event':'mark','sequenceNumber':'%d','streamSid':'%s','mark':{'name':'" + mark + "'}}");
  }

  @Override
  protected void channelRead0(ChannelHandlerContext from, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame) {
      read(from, frame.content());
    } else if (frame instanceof CloseWebSocketFrame) {
      from.close();
    }
  }

  private void read(ChannelHandlerContext from, ByteBuf message) {
    long now = System.nanoTime();
    byte kind = message.getByte(message.readerIndex() + KIND);
    byte next = message.getByte(message.readerIndex() + KIND + 1);
    if (kind == 'c') {
      call.silenced(now, meters.clear);
      cleared(from);
    } else if (next == 'e') {
      heard(message, now);
    } else {
      int at = NAME.after(message);
      line.addLast(message.toString(at, message.writerIndex() - at - 3, US_ASCII));
    }
  }

  private void heard(ByteBuf message, long now) {
    if (!greeted) {
      greeted = true;
      meters.greeting.add(now - startedAt);
    }
    int at = PAYLOAD.after(message);
    int length = message.indexOf(at, message.writerIndex(), (byte) '"') - at;
    line.addLast(Math.max(1, length / FRAME_BASE64));
    if (length == FRAME_BASE64 && Sound.call(message, at) == call.number) {
      call.toCaller.received(Sound.frame(message, at), now, meters.toCaller, meters);
    }
  }

  /// Every mark that waits comes back at once.
  private void cleared(ChannelHandlerContext to) {
    for (Object waiting : line) {
      if (waiting instanceof String mark) {
        giveBack(to, mark);
      }
    }
    line.clear();
    to.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext closed) {
    gone.complete(null);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext broken, Throwable cause) {
    broken.close();
  }

  /// Single quotes stand for double ones; the numbers of message and stream are filled in.
  private void send(ChannelHandlerContext to, String json) {
    String text =
        (json.contains("%") ? json.formatted(sequence++, call.streamSid()) : json)
            .replace('\'', '"');
    to.write(new TextWebSocketFrame(text), to.voidPromise());
  }

  private static void decimal(ByteBuf to, int number) {
    int power = 1;
    while (number / power >= 10) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      to.writeByte('0' + number / power % 10);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}

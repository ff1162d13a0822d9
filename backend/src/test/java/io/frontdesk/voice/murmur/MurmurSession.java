package io.frontdesk.voice.murmur;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frontdesk.conversation.FunctionCall;
import io.frontdesk.voice.speech.CreateResponse;
import io.frontdesk.voice.speech.SpeechCommand;
import io.frontdesk.voice.speech.SpeechEvent;
import io.frontdesk.voice.speech.SpeechSession;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session in murmur's lines.
final class MurmurSession extends SimpleChannelInboundHandler<ByteBuf> implements SpeechSession {
  private static final int LONGEST_LINE = 1 << 20;

  private final Listener listener;
  private @Nullable Channel channel;
  private boolean over;

  private MurmurSession(Listener listener) {
    this.listener = listener;
  }

  static MurmurSession open(
      EventLoop loop, Class<? extends Channel> like, int port, Listener listener) {
    var session = new MurmurSession(listener);
    new Bootstrap()
        .group(loop)
        .channel(like)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel made) {
                made.pipeline().addLast(new LineBasedFrameDecoder(LONGEST_LINE), session);
              }
            })
        .connect("127.0.0.1", port)
        .addListener(
            (ChannelFuture connected) -> {
              session.channel = connected.channel();
              if (!connected.isSuccess()) {
                session.lose("cannot connect");
              } else if (session.over) {
                connected.channel().close();
              }
            });
    return session;
  }

  @Override
  public void audio(ByteBuf payload) {
    if (channel != null && !over) {
      channel.write(Unpooled.copiedBuffer("hear ", UTF_8));
      channel.write(payload.retainedDuplicate());
      channel.writeAndFlush(Unpooled.copiedBuffer("\n", UTF_8));
    }
  }

  @Override
  public void send(SpeechCommand command) {
    if (channel != null && !over) {
      channel.writeAndFlush(Unpooled.copiedBuffer(line(command) + "\n", UTF_8));
    }
  }

  @Override
  public void close() {
    over = true;
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
    if (!over) {
      listener.said(event(line.toString(UTF_8).split(" ", -1)));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lose("it hung up");
  }

  private void lose(String reason) {
    if (!over) {
      over = true;
      listener.lost(reason);
    }
  }

  private static String line(SpeechCommand command) {
    return switch (command) {
      case SpeechCommand.Start start -> "start " + coded(start.config().instructions());
      case SpeechCommand.AddText text -> "know " + text.role() + " " + coded(text.text());
      case SpeechCommand.Forget forget -> "forget " + forget.itemId();
      case CreateResponse speak ->
          "speak "
              + speak.request()
              + (speak.instructions() == null ? "" : " " + coded(speak.instructions()));
      case SpeechCommand.AnswerFunction answer ->
          "result " + answer.callId() + " " + coded(answer.output());
      case SpeechCommand.Cancel cancel -> "hush " + cancel.responseId();
      case SpeechCommand.Truncate cut -> "hush " + cut.itemId() + " " + cut.audioEndMs();
      case SpeechCommand other -> "quiet " + other.getClass().getSimpleName();
    };
  }

  private static SpeechEvent event(String[] line) {
    return switch (line[0]) {
      case "hello" -> new SpeechEvent.Opened(null);
      case "ready" -> new SpeechEvent.Ready();
      case "begins" -> new SpeechEvent.SpeechStarted(line[1], null);
      case "pauses" -> new SpeechEvent.SpeechStopped(line[1]);
      case "turn" -> new SpeechEvent.Committed(line[1], null);
      case "words" -> new SpeechEvent.CallerTranscribed(line[1], text(line[2]), null);
      case "answer" ->
          new SpeechEvent.ResponseCreated(line[1], line[2].equals("-") ? null : line[2]);
      case "sound" -> sound(line[1], line[2], line[3]);
      case "said" -> new SpeechEvent.TranscriptDone(line[1], line[2], text(line[3]));
      case "done" -> done(line);
      default -> new SpeechEvent.Refused("unknown", line[0], null);
    };
  }

  private static SpeechEvent sound(String response, String item, String base64) {
    return new SpeechEvent.AudioDelta(
        response,
        item,
        0,
        Base64.getDecoder().decode(base64).length,
        Unpooled.copiedBuffer(base64, UTF_8));
  }

  /// `done response`, or with a tool to run: `done response call tool arguments`.
  private static SpeechEvent done(String[] line) {
    List<FunctionCall> calls =
        line.length < 5 ? List.of() : List.of(new FunctionCall(line[2], line[3], text(line[4])));
    return new SpeechEvent.ResponseDone(line[1], SpeechEvent.Status.COMPLETED, calls, null, null);
  }

  static String coded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  static String text(String coded) {
    return new String(Base64.getDecoder().decode(coded), UTF_8);
  }
}

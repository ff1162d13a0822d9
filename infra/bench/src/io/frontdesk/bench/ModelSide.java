package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.Base64;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The model's end of a session: a model that speaks without a pause, 50 frames a second, until
/// every ten seconds the caller talks over it. Of one event loop only.
/// Source: https://platform.openai.com/docs/api-reference/realtime-server-events
final class ModelSide extends SimpleChannelInboundHandler<WebSocketFrame>
    implements Ticker.Ticking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Scan AUDIO = new Scan("\"audio\":\"");
  private static final byte[] APPEND = "{\"type\":\"input_audio_buffer.append".getBytes(US_ASCII);
  private static final String A_SECOND = Base64.getEncoder().encodeToString(new byte[8000]);
  private static final int GREETING_S = 4;
  private static final int FIRST_WORDS = 75;
  private static final int TURN = 500;
  private static final int SPREAD = 450;
  private static final int LISTENING = 15;
  private static final int A_WORD = 16;

  private final IntFunction<Call> calls;
  private final Ticker ticker;
  private final Meters meters;
  private final byte[] deltaEnd = "\"}".getBytes(US_ASCII);
  private byte[] deltaHead = deltaEnd;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Call call;
  private boolean isStudio;
  private boolean speaking;
  private int ticks;
  private int turn;

  /// How many ticks earlier than ten seconds after the first the next turns come.
  private int ahead;

  ModelSide(IntFunction<Call> calls, Ticker ticker) {
    this.calls = calls;
    this.ticker = ticker;
    this.meters = ticker.meters;
  }

  /// The handshake is done.
  void opened(ChannelHandlerContext to) {
    context = to;
    say("{'type':'session.created','event_id':'e','session':{'type':'realtime'}}");
  }

  @Override
  protected void channelRead0(ChannelHandlerContext from, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      from.writeAndFlush(close.retain()).addListener(_ -> from.close());
    } else if (frame instanceof TextWebSocketFrame) {
      ByteBuf message = frame.content();
      if (isAppend(message)) {
        heard(message);
      } else {
        told(message);
      }
    }
  }

  private void heard(ByteBuf message) {
    long now = System.nanoTime();
    int at = AUDIO.after(message);
    int number = Sound.call(message, at);
    if (call == null && number >= 0) {
      call = calls.apply(number);
      ticks = 0;
      if (call != null && context != null) {
        call.reached(context::close);
      }
      ticker.add(this);
    }
    if (call != null && call.number == number) {
      call.toModel.received(Sound.frame(message, at), now, meters.toModel, meters);
    }
  }

  private void told(ByteBuf message) {
    JsonNode json;
    try {
      json = JSON.readTree(message.toString(UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    switch (json.path("type").asText()) {
      case "session.update" -> {
        isStudio = json.at("/session/tools").isEmpty();
        say("{'type':'session.updated','event_id':'e','session':{'type':'realtime'}}");
      }
      case "response.create" -> {
        if (isStudio) {
          record();
        }
      }
      default -> {}
    }
  }

  /// Speaks a greeting that is to be kept.
  private void record() {
    say("{'type':'response.created','event_id':'e','response':{'id':'r','metadata':null}}");
    for (int i = 0; i < GREETING_S; i++) {
      say(
          "{'type':'response.output_audio.delta','event_id':'e','response_id':'r','item_id':'i',"
              + "'output_index':0,'content_index':0,'delta':'"
              + A_SECOND
              + "'}");
    }
    say("{'type':'response.done','event_id':'e','response':{'id':'r','status':'completed'}}");
  }

  @Override
  public boolean tick() {
    ChannelHandlerContext to = context;
    if (to == null || !to.channel().isActive()) {
      return false;
    }
    int inTurn = ++ticks - FIRST_WORDS - turn * TURN + ahead;
    if (inTurn == 0) {
      interrupted();
    } else if (inTurn == LISTENING) {
      answer();
    } else if (speaking) {
      speak(to);
    }
    return true;
  }

  private void interrupted() {
    if (call != null) {
      call.spokeUp(System.nanoTime());
    }
    say(
        "{'type':'input_audio_buffer.speech_started','event_id':'e','audio_start_ms':1,"
            + "'item_id':'u%1$d'}");
    if (speaking) {
      speaking = false;
      say(
          "{'type':'response.output_audio.done','event_id':'e','response_id':'r%2$d','item_id':'i%2$d'}");
      say(
          "{'type':'response.done','event_id':'e','response':{'id':'r%2$d','status':'cancelled','output':[]}}");
    }
  }

  private void answer() {
    say("{'type':'input_audio_buffer.speech_stopped','event_id':'e','item_id':'u%1$d'}");
    say("{'type':'input_audio_buffer.committed','event_id':'e','item_id':'u%1$d'}");
    say(
        "{'type':'conversation.item.input_audio_transcription.completed','event_id':'e',"
            + "'item_id':'u%1$d','content_index':0,'transcript':'Yes, and how much is it?'}");
    if (turn == 0 && call != null) {
      // Calls that began together are not talked over together.
      ahead = call.number * 61 % SPREAD;
    }
    turn++;
    say(
        "{'type':'response.created','event_id':'e','response':{'id':'r%2$d','status':'in_progress','metadata':null}}");
    deltaHead =
        json("{'type':'response.output_audio.delta','event_id':'event_Cb1dkWzrsjYqZ3mMHVX4a',"
                 + "'response_id':'r%2$d','item_id':'i%2$d','output_index':0,'content_index':0,'delta':'")
            .getBytes(US_ASCII);
    speaking = true;
  }

  private void speak(ChannelHandlerContext to) {
    Call on = call;
    if (on == null) {
      return;
    }
    if (ticks % A_WORD == 0) {
      say(
          "{'type':'response.output_audio_transcript.delta','event_id':'e','response_id':'r%2$d',"
              + "'item_id':'i%2$d','output_index':0,'content_index':0,'delta':' word'}");
    }
    int frame = on.toCaller.next(System.nanoTime());
    ByteBuf message = to.alloc().directBuffer(512).writeBytes(deltaHead);
    Sound.write(message, on.number, frame);
    to.writeAndFlush(new TextWebSocketFrame(message.writeBytes(deltaEnd)), to.voidPromise());
  }

  /// Single quotes stand for double ones, `%1$d` for the caller's turn, `%2$d` for the model's.
  private void say(String json) {
    if (context != null) {
      context.writeAndFlush(new TextWebSocketFrame(json(json)), context.voidPromise());
    }
  }

  private String json(String text) {
    return (text.contains("%") ? text.formatted(turn, turn) : text).replace('\'', '"');
  }

  private static boolean isAppend(ByteBuf message) {
    if (message.readableBytes() < APPEND.length) {
      return false;
    }
    for (int i = APPEND.length - 1; i >= 0; i--) {
      if (message.getByte(message.readerIndex() + i) != APPEND[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext broken, Throwable cause) {
    broken.close();
  }
}

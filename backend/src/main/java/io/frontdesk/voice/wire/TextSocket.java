package io.frontdesk.voice.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/// The end of a WebSocket's pipeline, right behind the decoder: gives whole texts to its heir, in
/// whatever pieces they come, and answers pings. Netty's own handlers for that cost a frame of
/// audio more than all that is done with it.
public abstract class TextSocket extends ChannelInboundHandlerAdapter {
  private final int mostBytes;
  private @Nullable ByteBuf pieces;

  /// @param mostBytes of a text that comes in pieces; the decoder limits the others
  protected TextSocket(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// A text has come.
  /// @param message lives until this returns, unless it is retained
  protected abstract void text(ByteBuf message);

  /// The other end closes, or agrees that we do.
  protected abstract void closing(ChannelHandlerContext context, CloseWebSocketFrame close);

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      switch (message) {
        case TextWebSocketFrame whole when whole.isFinalFragment() -> text(whole.content());
        case TextWebSocketFrame first -> {
          pieces = context.alloc().buffer();
          add(first);
        }
        case ContinuationWebSocketFrame next -> add(next);
        case PingWebSocketFrame ping ->
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        case CloseWebSocketFrame close -> closing(context, close);
        default -> {}
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    forgetPieces();
  }

  /// The pieces of what is no text are left out: nobody keeps the first.
  private void add(WebSocketFrame piece) {
    if (pieces == null) {
      return;
    }
    if (pieces.readableBytes() + piece.content().readableBytes() > mostBytes) {
      forgetPieces();
      throw new TooLongFrameException("a message of more than " + mostBytes + " bytes");
    }
    pieces.writeBytes(piece.content());
    if (piece.isFinalFragment()) {
      try {
        text(pieces);
      } finally {
        forgetPieces();
      }
    }
  }

  private void forgetPieces() {
    if (pieces != null) {
      pieces.release();
      pieces = null;
    }
  }
}

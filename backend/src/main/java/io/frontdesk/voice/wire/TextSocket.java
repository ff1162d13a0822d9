package io.frontdesk.voice.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/// Reads a WebSocket whose handshake is done, in place of Netty's decoder: gives whole texts to its
/// heir, in whatever pieces they come, and answers pings. What is no WebSocket ends it, and
/// `exceptionCaught` tells.
public abstract class TextSocket extends ChannelInboundHandlerAdapter {
  private final FrameReader frame;
  private final int mostBytes;

  /// The beginning of a frame whose rest is still to come.
  private @Nullable ByteBuf begun;

  private @Nullable ByteBuf pieces;
  private boolean inPieces;
  private boolean over;

  /// @param ofClient whether the other end is the client
  /// @param mostBytes of a text; a longer one ends the connection
  protected TextSocket(boolean ofClient, int mostBytes) {
    this.frame = new FrameReader(ofClient, mostBytes);
    this.mostBytes = mostBytes;
  }

  /// A text has come.
  /// @param message lives until this returns, unless it is retained
  protected abstract void text(ByteBuf message);

  /// The other end closes, or agrees that we do; nothing is read after it.
  /// @param close lives until this returns, unless it is retained
  protected abstract void closing(ChannelHandlerContext context, CloseWebSocketFrame close);

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (over || !(message instanceof ByteBuf bytes)) {
      ReferenceCountUtil.release(message);
      return;
    }
    ByteBuf in = begun == null ? bytes : begun(bytes);
    begun = null;
    try {
      while (!over && frame.next(in)) {
        read(context);
      }
      keepRest(context, in);
    } catch (CorruptedWebSocketFrameException e) {
      over = true;
      Farewell.say(context.channel(), e.closeStatus().code(), e.closeStatus().reasonText());
      throw e;
    } finally {
      in.release();
    }
  }

  /// What had begun, with more of it.
  private ByteBuf begun(ByteBuf more) {
    ByteBuf all = begun;
    if (all == null) {
      return more;
    }
    try {
      return all.writeBytes(more);
    } finally {
      more.release();
    }
  }

  /// Texts that were given away may be views of what was read: only the rest is taken out of it.
  private void keepRest(ChannelHandlerContext context, ByteBuf in) {
    if (over || !in.isReadable()) {
      return;
    }
    if (in.readerIndex() == 0) {
      begun = in.retain();
    } else {
      begun = context.alloc().buffer(in.readableBytes()).writeBytes(in);
    }
  }

  /// Whoever stands behind it has nothing to read.
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {}

  private void read(ChannelHandlerContext context) {
    switch (frame.opcode) {
      case FrameReader.TEXT, FrameReader.BINARY -> data(context);
      case FrameReader.CONTINUATION -> more();
      case FrameReader.PING -> context.writeAndFlush(new PongWebSocketFrame(frame.payload.copy()));
      case FrameReader.CLOSE -> {
        over = true;
        var close = new CloseWebSocketFrame(true, 0, frame.payload.copy());
        try {
          closing(context, close);
        } finally {
          close.release();
        }
      }
      default -> {} // a pong
    }
  }

  private void data(ChannelHandlerContext context) {
    if (inPieces) {
      throw FrameReader.corrupted("a message in the midst of another");
    }
    boolean isText = frame.opcode == FrameReader.TEXT;
    if (!frame.isFinal) {
      inPieces = true;
      pieces = isText ? context.alloc().buffer().writeBytes(frame.payload) : null;
    } else if (isText) {
      text(frame.payload);
    }
  }

  /// The pieces of what is no text are left out: nobody keeps the first.
  private void more() {
    if (!inPieces) {
      throw FrameReader.corrupted("a piece of nothing");
    }
    inPieces = !frame.isFinal;
    ByteBuf all = pieces;
    if (all == null) {
      return;
    }
    if (all.readableBytes() + frame.payload.readableBytes() > mostBytes) {
      forgetPieces();
      throw new TooLongFrameException("a message of more than " + mostBytes + " bytes");
    }
    all.writeBytes(frame.payload);
    if (frame.isFinal) {
      try {
        text(all);
      } finally {
        forgetPieces();
      }
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    forgetPieces();
    if (begun != null) {
      begun.release();
      begun = null;
    }
  }

  private void forgetPieces() {
    if (pieces != null) {
      pieces.release();
      pieces = null;
    }
  }
}

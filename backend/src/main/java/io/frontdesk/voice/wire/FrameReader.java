package io.frontdesk.voice.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/// Finds the frames of one WebSocket without extensions in what has come, and leaves them where
/// they lie: Netty's decoder makes objects of them and keeps books that cost as much as all that is
/// done with a frame of audio. Filled again for each frame; of one event loop only.
/// Source: https://www.rfc-editor.org/rfc/rfc6455#section-5.2
final class FrameReader {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final int OPCODE = 0x0F;
  private static final int LENGTH = 0x7F;
  private static final int SHORT = 125;
  private static final int TWO_BYTES = 126;
  private static final int MOST_IN_TWO_BYTES = 0xFFFF;
  private static final int MASK_BYTES = 4;

  private final boolean ofClient;
  private final int mostBytes;

  int opcode;
  boolean isFinal;

  /// What the frame says; a view of what was read.
  ByteBuf payload = Unpooled.EMPTY_BUFFER;

  /// @param ofClient whether the other end is a client, which masks what it sends
  /// @param mostBytes of a frame's payload
  FrameReader(boolean ofClient, int mostBytes) {
    this.ofClient = ofClient;
    this.mostBytes = mostBytes;
  }

  /// Reads the next frame; false if not all of it is there, and nothing was read.
  ///
  /// @throws CorruptedWebSocketFrameException if it is none, or too long; has the status to close
  /// with
  boolean next(ByteBuf in) {
    int at = in.readerIndex();
    int there = in.readableBytes();
    if (there < 2) {
      return false;
    }
    int first = in.getByte(at);
    int second = in.getByte(at + 1);
    isFinal = (first & FINAL) != 0;
    opcode = first & OPCODE;
    int shortLength = second & LENGTH;
    check(first, second, shortLength);
    int extra = shortLength < TWO_BYTES ? 0 : shortLength == TWO_BYTES ? Short.BYTES : Long.BYTES;
    if (there < 2 + extra) {
      return false;
    }
    long length = length(in, at + 2, shortLength);
    int head = 2 + extra + (ofClient ? MASK_BYTES : 0);
    if (there < head + length) {
      return false;
    }
    int from = at + head;
    int to = from + (int) length;
    if (ofClient) {
      TextFrame.mask(in, from, to, in.getInt(from - MASK_BYTES));
    }
    payload = in.slice(from, (int) length);
    in.readerIndex(to);
    return true;
  }

  private void check(int first, int second, int shortLength) {
    if ((first & RESERVED) != 0) {
      throw corrupted("an extension that was not agreed on");
    }
    if (((second & MASKED) != 0) != ofClient) {
      throw corrupted(ofClient ? "a client that does not mask" : "a server that masks");
    }
    if (opcode >= CLOSE && (!isFinal || shortLength > SHORT)) {
      throw corrupted("a control frame in pieces, or a long one");
    }
    if (opcode > PONG || (opcode > BINARY && opcode < CLOSE)) {
      throw corrupted("a frame of kind " + opcode);
    }
  }

  private long length(ByteBuf in, int at, int shortLength) {
    if (shortLength < TWO_BYTES) {
      return shortLength;
    }
    boolean isShort = shortLength == TWO_BYTES;
    long length = isShort ? in.getUnsignedShort(at) : in.getLong(at);
    if (length >= 0 && length <= (isShort ? SHORT : MOST_IN_TWO_BYTES)) {
      throw corrupted("a length of more bytes than it takes");
    }
    if (length < 0 || length > mostBytes) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.MESSAGE_TOO_BIG, "a frame of " + length + " bytes");
    }
    return length;
  }

  static CorruptedWebSocketFrameException corrupted(String what) {
    return new CorruptedWebSocketFrameException(WebSocketCloseStatus.PROTOCOL_ERROR, what);
  }
}

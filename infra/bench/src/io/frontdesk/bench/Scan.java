package io.frontdesk.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/// Finds a known name in a message without reading the rest of it.
final class Scan {
  private final byte[] wanted;

  /// @param wanted with its quotes, for example `"payload":"`
  Scan(String wanted) {
    this.wanted = wanted.getBytes(US_ASCII);
  }

  /// Where the text after the name begins; -1 if it is not there.
  int after(ByteBuf message) {
    int last = message.writerIndex() - wanted.length;
    for (int at = message.readerIndex(); at <= last; at++) {
      if (isAt(message, at)) {
        return at + wanted.length;
      }
    }
    return -1;
  }

  private boolean isAt(ByteBuf message, int at) {
    for (int i = 0; i < wanted.length; i++) {
      if (message.getByte(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}

package io.frontdesk.voice.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Damages messages as a broken peer would.
public final class Mutation {
  private static final byte[] TELLING =
      "{}[]:,\"\\u0/=+9-.eE tfn".getBytes(StandardCharsets.US_ASCII);

  private Mutation() {}

  /// A copy with up to eight bytes changed, taken out, put in or doubled, or cut short.
  public static ByteBuf of(ByteBuf message, long seed) {
    var random = new Random(seed);
    ByteBuf copy =
        Unpooled.buffer().writeBytes(message, message.readerIndex(), message.readableBytes());
    for (int i = random.nextInt(8); i >= 0 && copy.isReadable(); i--) {
      copy = once(copy, random);
    }
    return copy;
  }

  private static ByteBuf once(ByteBuf bytes, Random random) {
    int length = bytes.readableBytes();
    int at = random.nextInt(length);
    ByteBuf head = bytes.slice(0, at);
    return switch (random.nextInt(6)) {
      case 0 -> bytes.setByte(at, random.nextInt(256));
      case 1 -> bytes.setByte(at, TELLING[random.nextInt(TELLING.length)]);
      case 2 -> join(head, bytes.slice(at + 1, length - at - 1));
      case 3 ->
          join(
              head, Unpooled.buffer().writeByte(random.nextInt(256)), bytes.slice(at, length - at));
      case 4 -> join(bytes, bytes.slice(at, length - at));
      default -> head.copy();
    };
  }

  private static ByteBuf join(ByteBuf... parts) {
    ByteBuf whole = Unpooled.buffer();
    for (ByteBuf part : parts) {
      whole.writeBytes(part, part.readerIndex(), part.readableBytes());
    }
    return whole;
  }
}

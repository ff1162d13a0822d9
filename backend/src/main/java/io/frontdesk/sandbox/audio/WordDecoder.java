package io.frontdesk.sandbox.audio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns slices of UTF-8 into text; a character cut in two waits for its rest.
final class WordDecoder {
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer pending = ByteBuffer.allocate(Packet.MAX_TEXT + 4);
  private final CharBuffer text = CharBuffer.allocate(Packet.MAX_TEXT + 4);

  /// The characters that this slice completes.
  /// @param slice one byte a char
  String decode(String slice) {
    pending.put(slice.getBytes(StandardCharsets.ISO_8859_1)).flip();
    utf8.decode(pending, text, false);
    pending.compact();
    String words = text.flip().toString();
    text.clear();
    return words;
  }

  /// Forgets a half character.
  void reset() {
    pending.clear();
    utf8.reset();
  }
}

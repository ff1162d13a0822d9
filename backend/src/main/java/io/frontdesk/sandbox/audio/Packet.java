package io.frontdesk.sandbox.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Twenty bytes that ride in the lowest bits of 160 samples, most significant bit first: sync word
/// (2 bytes), utterance id (1), index (2), flags and length (1), text (10), checksum over id to
/// text (2), zeros (2). docs/sandbox.md describes them.
///
/// @param utterance 0..255
/// @param index place within the utterance, from 0
/// @param last whether the utterance ends here
/// @param text at most ten bytes of UTF-8, one byte a char
record Packet(int utterance, int index, boolean last, String text) {
  static final int BYTES = 20;
  static final int BITS = BYTES * 8;
  static final int SYNC = 0xB5C3;
  static final int MAX_TEXT = 10;
  static final int MAX_INDEX = 0xFFFF;

  private static final int TEXT_AT = 6;
  private static final int CRC_AT = TEXT_AT + MAX_TEXT;
  private static final int SPARE_AT = CRC_AT + 2;
  private static final int LAST_FLAG = 0x80;

  byte[] encode() {
    byte[] bytes = new byte[BYTES];
    put16(bytes, 0, SYNC);
    bytes[2] = (byte) utterance;
    put16(bytes, 3, index);
    bytes[5] = (byte) ((last ? LAST_FLAG : 0) | text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[TEXT_AT + i] = (byte) text.charAt(i);
    }
    put16(bytes, CRC_AT, crc(bytes));
    return bytes;
  }

  /// The packet in these bytes, or null if they hold none that is whole.
  static @Nullable Packet decode(byte[] bytes) {
    int flags = bytes[5] & 0xFF;
    int length = flags & 0x0F;
    boolean whole =
        get16(bytes, 0) == SYNC
            && (flags & 0x70) == 0
            && length <= MAX_TEXT
            && get16(bytes, CRC_AT) == crc(bytes)
            && get16(bytes, SPARE_AT) == 0;
    if (!whole) {
      return null;
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (bytes[TEXT_AT + i] & 0xFF));
    }
    return new Packet(bytes[2] & 0xFF, get16(bytes, 3), (flags & LAST_FLAG) != 0, text.toString());
  }

  /// The utterance that a broken packet claims to belong to.
  static int claimedUtterance(byte[] bytes) {
    return bytes[2] & 0xFF;
  }

  /// CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF.
  private static int crc(byte[] bytes) {
    int crc = 0xFFFF;
    for (byte b : Arrays.copyOfRange(bytes, 2, CRC_AT)) {
      crc ^= (b & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
      }
    }
    return crc & 0xFFFF;
  }

  private static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }

  private static int get16(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}

package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/// Walks over one JSON text without building anything.
///
/// The text is anybody's. What is wrong with it never throws: it makes the cursor `failed`, after
/// which every method answers at once with nothing, so that a reader checks once, at the end.
///
/// A value is consumed by exactly one of `object`, `string`, `number` and `skip`. Each of the first
/// three skips a value of another kind and says so. Not thread-safe; made to be used again and
/// again.
///
/// Grammar: https://www.rfc-editor.org/rfc/rfc8259
public final class JsonCursor {
  /// How deep objects and arrays may lie in each other.
  public static final int MAX_DEPTH = 64;

  /// Most messages are shorter by far: a frame of audio has some 300 bytes.
  private static final int USUAL_BYTES = 4096;

  /// Messages are copied into an array, which is read in a fraction of the time: into the one of
  /// their thread, for that is in the processor's cache while each call's own would have to be
  /// fetched for each frame.
  private static final FastThreadLocal<byte[]> ROOM =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[USUAL_BYTES];
        }
      };

  private static final byte[] NOTHING = {};

  private byte[] json = NOTHING;
  private int base;
  private int position;
  private int end;
  private int depth;
  private boolean atFirstField;
  private boolean failed;

  private int from;
  private int to;
  private boolean escaped;

  /// Begins at the start of the readable bytes of `text`, which the cursor reads but does not keep.
  /// Until [#close] no other cursor may be open on this thread.
  public void open(ByteBuf text) {
    base = text.readerIndex();
    position = 0;
    end = text.readableBytes();
    byte[] room = ROOM.get();
    json = room.length < end ? new byte[end] : room;
    text.getBytes(base, json, 0, end);
    depth = 0;
    failed = false;
  }

  /// What was read is no longer there.
  public void close() {
    json = NOTHING;
    position = 0;
    end = 0;
  }

  /// Whether what was read so far is not JSON.
  public boolean failed() {
    return failed;
  }

  /// Whether the text held one JSON value, now consumed, and nothing else.
  public boolean finished() {
    skipSpace();
    return !failed && depth == 0 && position == end;
  }

  /// Enters an object, whose fields `nextField` then gives; false if the value was something else.
  public boolean object() {
    if (peek() != '{') {
      skip();
      return false;
    }
    position++;
    atFirstField = true;
    return ++depth <= MAX_DEPTH || fail();
  }

  /// Reads the name of the next field, which `is` and `text` then answer for; false at the object's
  /// end.
  public boolean nextField() {
    int next = peek();
    boolean first = atFirstField;
    atFirstField = false;
    if (next == '}') {
      position++;
      depth--;
      return false;
    }
    if (!first) {
      if (next != ',') {
        return fail();
      }
      position++;
      next = peek();
    }
    return next == '"' ? scanString() && expect(':') : fail();
  }

  /// Reads a string, which `is`, `text`, `from` and `to` then answer for; false if the value was
  /// something else.
  public boolean string() {
    if (peek() == '"') {
      return scanString();
    }
    skip();
    return false;
  }

  /// Reads a whole number from 0 to 10^18 - 1, bare or in quotes; -1 if the value was something
  /// else.
  public long number() {
    int first = peek();
    if (first == '"') {
      return scanString() ? quotedNumber() : -1;
    }
    int start = position;
    skip();
    return failed || !JsonNumber.isDigit(first) ? -1 : JsonNumber.whole(json, start, position);
  }

  /// Passes over a value of any kind, checking that it is one.
  public void skip() {
    switch (peek()) {
      case '"' -> scanString();
      case '{' -> {
        if (object()) {
          while (nextField()) {
            skip();
          }
        }
      }
      case '[' -> skipArray();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> skipNumber();
    }
  }

  /// Whether the last string or field name is this one, which must be plain ASCII.
  public boolean is(String ascii) {
    if (failed) {
      return false;
    }
    if (escaped) {
      return ascii.equals(text());
    }
    return JsonText.is(ascii, json, from, to);
  }

  /// The last string or field name; `known` itself if that is what it says, so that a value which
  /// comes again and again costs nothing.
  public String text(@Nullable String known) {
    return known != null && is(known) ? known : text();
  }

  /// The last string or field name.
  public String text() {
    if (failed) {
      return "";
    }
    return escaped ? JsonText.unescape(json, from, to) : new String(json, from, to - from, UTF_8);
  }

  /// Where in the buffer the last string begins, after its opening quote.
  public int from() {
    return base + from;
  }

  /// Where in the buffer the last string ends, before its closing quote.
  public int to() {
    return base + to;
  }

  /// How many bytes the last string stands for; -1 if it is not whole, padded base64.
  public int base64Length() {
    return failed ? -1 : Base64Text.decodedLength(json, from, to);
  }

  private boolean scanString() {
    escaped = false;
    from = ++position;
    position = JsonText.plain(json, position, end);
    while (position < end) {
      byte b = json[position];
      if (b == '"') {
        to = position++;
        return true;
      }
      if (b >= 0 && b < ' ') {
        return fail();
      }
      if (b == '\\') {
        escaped = true;
        int length = JsonText.escapeLength(json, position, end);
        if (length == 0) {
          return fail();
        }
        position += length;
      } else {
        position++;
      }
    }
    return fail();
  }

  private void skipArray() {
    position++;
    if (++depth > MAX_DEPTH) {
      fail();
      return;
    }
    if (peek() == ']') {
      position++;
      depth--;
      return;
    }
    while (!failed) {
      skip();
      int next = peek();
      position++;
      if (next == ']') {
        depth--;
        return;
      }
      if (next != ',') {
        fail();
      }
    }
  }

  private void skipNumber() {
    int after = JsonNumber.end(json, position, end);
    if (after < 0) {
      fail();
    } else {
      position = after;
    }
  }

  private long quotedNumber() {
    if (!escaped) {
      return JsonNumber.whole(json, from, to);
    }
    byte[] plain = text().getBytes(UTF_8);
    return JsonNumber.whole(plain, 0, plain.length);
  }

  private void literal(String word) {
    int after = Math.min(position + word.length(), end);
    if (JsonText.is(word, json, position, after)) {
      position = after;
    } else {
      fail();
    }
  }

  private boolean expect(char wanted) {
    if (peek() != wanted) {
      return fail();
    }
    position++;
    return true;
  }

  /// The next byte that is not white space, or -1 at the end.
  private int peek() {
    skipSpace();
    return position < end ? json[position] : -1;
  }

  private void skipSpace() {
    while (position < end) {
      byte b = json[position];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
      position++;
    }
  }

  private boolean fail() {
    failed = true;
    position = end;
    return false;
  }
}

package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Writes JSON as no serialiser would but every one may: fields in any order, white space anywhere,
/// characters escaped at whim.
public final class LooseJson {
  private static final String SPACE = " \n\r\t";
  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private LooseJson(long seed) {
    random = new Random(seed);
  }

  /// The JSON of maps, lists, strings, numbers, booleans and nulls.
  public static String write(Object value, long seed) {
    var json = new LooseJson(seed);
    json.space();
    json.value(value);
    json.space();
    return json.out.toString();
  }

  /// The same as bytes somewhere inside a larger buffer.
  public static ByteBuf buffer(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    return Unpooled.buffer(bytes.length + 7).writeZero(7).skipBytes(7).writeBytes(bytes);
  }

  private void value(Object value) {
    switch (value) {
      case Map<?, ?> object -> object(object);
      case List<?> array -> array(array);
      case String text -> string(text);
      default -> out.append(value);
    }
  }

  private void object(Map<?, ?> object) {
    var entries = new ArrayList<Map.Entry<?, ?>>(object.entrySet());
    Collections.shuffle(entries, random);
    out.append('{');
    for (int i = 0; i < entries.size(); i++) {
      separate(i);
      string(entries.get(i).getKey().toString());
      space();
      out.append(':');
      space();
      value(entries.get(i).getValue());
    }
    space();
    out.append('}');
  }

  private void array(List<?> array) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      separate(i);
      value(array.get(i));
    }
    space();
    out.append(']');
  }

  private void separate(int index) {
    if (index > 0) {
      space();
      out.append(',');
    }
    space();
  }

  private void string(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int codePoint) {
    boolean mustEscape = codePoint < ' ' || codePoint == '"' || codePoint == '\\';
    if (mustEscape || random.nextInt(30) == 0) {
      Character.toString(codePoint).chars().forEach(c -> escape((char) c));
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private void escape(char c) {
    int known = "\b\f\n\r\t\"\\/".indexOf(c);
    if (known >= 0 && random.nextBoolean()) {
      out.append('\\').append("bfnrt\"\\/".charAt(known));
    } else {
      out.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
    }
  }

  private void space() {
    while (random.nextInt(6) == 0) {
      out.append(SPACE.charAt(random.nextInt(SPACE.length())));
    }
  }
}

package io.frontdesk.voice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  private static final ObjectMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private final JsonCursor cursor = new JsonCursor();

  @Test
  void readsFieldsInPlace() {
    cursor.open(LooseJson.buffer("{\"a\": {\"b\":[1,{}],\"c\":\"x\\u0041\"}, \"n\":\"42\"}"));

    assertThat(cursor.object()).isTrue();
    assertThat(cursor.nextField() && cursor.is("a") && cursor.object()).isTrue();
    assertThat(cursor.nextField() && cursor.is("b")).isTrue();
    cursor.skip();
    assertThat(cursor.nextField() && cursor.is("c") && cursor.string()).isTrue();
    assertThat(cursor.text()).isEqualTo("xA");
    assertThat(cursor.nextField()).isFalse();
    assertThat(cursor.nextField() && cursor.is("n")).isTrue();
    assertThat(cursor.number()).isEqualTo(42);
    assertThat(cursor.nextField()).isFalse();
    assertThat(cursor.finished()).isTrue();
  }

  @Test
  void skipsValuesOfAnotherKind() {
    cursor.open(LooseJson.buffer("{\"a\":[],\"b\":\"s\",\"c\":{},\"d\":-1,\"e\":1.5,\"f\":true}"));

    cursor.object();
    assertThat(cursor.nextField() && cursor.object()).isFalse();
    assertThat(cursor.nextField() && cursor.object()).isFalse();
    assertThat(cursor.nextField() && cursor.string()).isFalse();
    for (int i = 0; i < 3; i++) {
      assertThat(cursor.nextField()).isTrue();
      assertThat(cursor.number()).isEqualTo(-1);
    }
    assertThat(cursor.nextField()).isFalse();
    assertThat(cursor.finished()).isTrue();
  }

  @Test
  void giveBackAKnownTextItself() {
    String known = new String("item_1");
    cursor.open(LooseJson.buffer("\"item_1\""));

    cursor.string();

    assertThat(cursor.text(known)).isSameAs(known);
    assertThat(cursor.text("item_2")).isEqualTo("item_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1}}",
        "{a:1}",
        "[1,]",
        "[,]",
        "[1 2]",
        "[1",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"a\nb\"",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "tru",
        "nulL",
        "1 2",
        "NaN"
      })
  void knowsWhatIsNotJson(String text) {
    cursor.open(LooseJson.buffer(text));

    cursor.skip();

    assertThat(cursor.finished()).isFalse();
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    String deep = "[".repeat(100_000);
    cursor.open(LooseJson.buffer(deep));

    cursor.skip();

    assertThat(cursor.failed()).isTrue();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void readsWhatJacksonReads(@ForAll("documents") Map<String, Object> document, @ForAll long seed)
      throws IOException {
    String json = LooseJson.write(document, seed);
    cursor.open(LooseJson.buffer(json));

    Object read = value(JACKSON.readTree(json));

    assertThat(cursor.finished()).isTrue();
    assertThat(read).isEqualTo(document);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void acceptsNothingThatJacksonRefuses(
      @ForAll("documents") Map<String, Object> document, @ForAll long seed) {
    ByteBuf json = Mutation.of(LooseJson.buffer(LooseJson.write(document, seed)), seed);
    cursor.open(json);

    cursor.skip();

    assertThat(cursor.finished() && !jacksonReads(json) && isAscii(json)).isFalse();
  }

  /// Reads the value with the cursor, knowing from Jackson only of which kind it should be.
  private Object value(JsonNode expected) {
    if (expected.isObject()) {
      return object(expected);
    }
    if (expected.isTextual()) {
      assertThat(cursor.string()).isTrue();
      return cursor.text();
    }
    if (expected.isIntegralNumber()) {
      return cursor.number();
    }
    cursor.skip();
    return expected.isArray()
        ? JACKSON.convertValue(expected, List.class)
        : expected.booleanValue();
  }

  private Map<String, Object> object(JsonNode expected) {
    var fields = new LinkedHashMap<String, Object>();
    assertThat(cursor.object()).isTrue();
    while (cursor.nextField()) {
      String name = cursor.text();
      assertThat(expected.has(name)).isTrue();
      fields.put(name, value(expected.get(name)));
    }
    return fields;
  }

  @Provide
  Arbitrary<Map<String, Object>> documents() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().asGeneric(),
            Arbitraries.longs().between(0, 999_999_999_999_999_999L).asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            texts().list().ofMaxSize(3).asGeneric());
    Arbitrary<Map<String, Object>> flat = Arbitraries.maps(texts(), leaves).ofMaxSize(4);
    return Combinators.combine(flat, Arbitraries.maps(texts(), flat).ofMaxSize(3))
        .as(
            (fields, objects) -> {
              var all = new LinkedHashMap<String, Object>(fields);
              all.putAll(objects);
              return all;
            });
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ascii().ofMaxLength(12).map(s -> s.replace("x", "ä漢\uD83D\uDE00"));
  }

  private static boolean jacksonReads(ByteBuf json) {
    try {
      JACKSON.readTree(ByteBufUtil.getBytes(json));
      return true;
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAscii(ByteBuf json) {
    return json.forEachByte(b -> b >= 0) < 0;
  }
}

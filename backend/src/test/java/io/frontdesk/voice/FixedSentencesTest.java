package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What callers are told that no model finds: whoever answers, it is there in every language that
/// is offered, with the same gaps, and is not English by mistake.
class FixedSentencesTest {
  private static final Pattern GAP = Pattern.compile("\\{[^}]*}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversation/script",
        "conversation/outbound",
        "door/words",
        "law/texts",
        "menu/words",
        "scripted/words",
        "transfer/words",
        "turnbased/words",
        "voicemail/words"
      })
  void areThereInEveryLanguage(String family) throws IOException {
    Map<String, String> english = words(family, "en");
    assertThat(english).isNotEmpty();

    for (String language : new String[] {"es", "de"}) {
      Map<String, String> others = words(family, language);
      assertThat(gaps(others)).as("%s in %s", family, language).isEqualTo(gaps(english));
      assertThat(others)
          .as("%s in %s", family, language)
          .allSatisfy((key, text) -> assertThat(text).isNotBlank().isNotEqualTo(english.get(key)));
    }
  }

  private static Map<String, String> gaps(Map<String, String> words) {
    return words.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  Matcher gaps = GAP.matcher(entry.getValue());
                  return gaps.results().map(gap -> gap.group()).sorted().toList().toString();
                }));
  }

  private static Map<String, String> words(String family, String language) throws IOException {
    var words = new Properties();
    String file = "/%s_%s.properties".formatted(family, language);
    try (var stream = Objects.requireNonNull(FixedSentencesTest.class.getResourceAsStream(file));
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
  }
}

package io.frontdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.access.notice.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Mails say the same in every language.
class WordingTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameWordsWithTheSameGaps(Language language) throws IOException {
    assertThat(gaps(language)).isEqualTo(gaps(Language.EN));
  }

  /// The gaps of every text.
  private static Map<String, String> gaps(Language language) throws IOException {
    var words = new Properties();
    String file = "/mail/words_%s.properties".formatted(language.name().toLowerCase(Locale.ROOT));
    try (var stream = Objects.requireNonNull(WordingTest.class.getResourceAsStream(file));
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    var found = new TreeMap<String, String>();
    words.forEach(
        (key, text) ->
            found.put(
                key.toString(),
                Pattern.compile("\\{[a-z]+}")
                    .matcher(text.toString())
                    .results()
                    .map(gap -> gap.group())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(","))));
    return found;
  }
}

package io.frontdesk.notification;

import io.frontdesk.access.notice.Language;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of mails in one language, from `mail/words_*.properties`.
record Wording(Language language) {
  private static final String BUNDLE = "mail.words";
  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

  /// @param gaps what stands where the words say `{name}`
  String of(String key, Map<String, String> gaps) {
    return GAP.matcher(bundle().getString(key))
        .replaceAll(gap -> Matcher.quoteReplacement(filled(key, gap.group(1), gaps)));
  }

  private static String filled(String key, String gap, Map<String, String> gaps) {
    String text = gaps.get(gap);
    if (text == null) {
      throw new IllegalStateException("nothing for {" + gap + "} of " + key);
    }
    return text;
  }

  private ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE,
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

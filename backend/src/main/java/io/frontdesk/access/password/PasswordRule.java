package io.frontdesk.access.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a new password must be: long, and hard to guess for somebody who knows the person, their
/// business and the passwords that everybody takes.
@Singleton
public class PasswordRule {
  /// The fewest characters.
  public static final int SHORTEST = 10;

  /// The most characters.
  public static final int LONGEST = 200;

  private static final int UNGUESSABLE = 3;

  /// The estimate takes long for long texts, and a text of this length needs no more.
  private static final int LOOKED_AT = 60;

  private static final int SHORTEST_WORD = 3;

  private static final int IGNORING_CASE =
      Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Zxcvbn estimate = new Zxcvbn();

  /// @param pointer where the password stands in the request, for example `/password`
  /// @param known what others know of the person: their address, the names of their businesses
  /// @throws RequestException.Rejected saying what would be better
  public void check(String pointer, String password, List<String> known) {
    String fault = fault(password, known);
    if (fault != null) {
      throw new RequestException.Rejected(pointer, fault);
    }
  }

  private @Nullable String fault(String password, List<String> known) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return "must have at least %d characters; a few words together do well".formatted(SHORTEST);
    }
    String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
    if (isUnguessable(without(known, looked))) {
      return null;
    }
    if (isUnguessable(looked)) {
      return "is easy to guess for whoever knows your e-mail address or your business; add a few"
          + " words that have nothing to do with them";
    }
    String warning = estimate.measure(looked).getFeedback().getWarning(Locale.ENGLISH);
    return "is easy to guess%s; add a few uncommon words"
        .formatted(warning.isEmpty() ? "" : " (" + lowerFirst(warning) + ")");
  }

  private boolean isUnguessable(String text) {
    return estimate.measure(text).getScore() >= UNGUESSABLE;
  }

  /// What is left of a password when the words of what is known are taken out.
  private static String without(List<String> known, String password) {
    String left = password;
    for (String text : known) {
      for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
        if (word.length() >= SHORTEST_WORD) {
          left = Pattern.compile(word, IGNORING_CASE).matcher(left).replaceAll("");
        }
      }
    }
    return left;
  }

  private static String lowerFirst(String sentence) {
    String bare = sentence.replaceAll("\\.$", "");
    return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }
}

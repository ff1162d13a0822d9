package io.frontdesk.voice.scripted;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.voice.exchange.Heard;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes out what callers mean, by a few words of their language and by keys: 1 is yes, 2 is no.
///
/// @param words of the language
/// @param neighbour a number of the country in which numbers are meant that name none
record Understanding(Phrases words, @Nullable E164 neighbour) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'+]+");
  private static final int LONGEST_NAME_WORDS = 6;
  private static final int LONGEST_NAME = 200;

  /// Fewer keys or digits are no telephone number.
  private static final int LEAST_DIGITS = 5;

  /// Whether somebody agrees.
  enum Verdict {
    YES,
    NO,
    UNCLEAR
  }

  Verdict yesOrNo(Heard heard) {
    return switch (heard) {
      case Heard.Keys(String keys) -> byKey(keys);
      case Heard.Words(String said) -> agrees(said, Stream.of("yes"));
      case Heard.Nothing _ -> Verdict.UNCLEAR;
    };
  }

  /// Whether the number they call from is the right one.
  Verdict number(Heard heard, @Nullable E164 callerId) {
    if (callerId == null) {
      return Verdict.UNCLEAR;
    }
    return switch (heard) {
      case Heard.Keys(String keys) -> byKey(keys);
      case Heard.Words(String said) when digits(said).length() >= LEAST_DIGITS -> Verdict.UNCLEAR;
      case Heard.Words(String said) -> agrees(said, Stream.of("yes", "same_number"));
      case Heard.Nothing _ -> Verdict.UNCLEAR;
    };
  }

  Optional<Urgency> urgency(Heard heard) {
    if (heard instanceof Heard.Words(String said)
        && !hasAny(said, "no")
        && hasAny(said, "emergency")) {
      return Optional.of(Urgency.EMERGENCY);
    }
    Verdict verdict =
        heard instanceof Heard.Words(String said)
            ? agrees(said, Stream.of("yes", "urgent"))
            : yesOrNo(heard);
    return switch (verdict) {
      case YES -> Optional.of(Urgency.HIGH);
      case NO -> Optional.of(Urgency.NORMAL);
      case UNCLEAR -> Optional.empty();
    };
  }

  /// The name that somebody says; empty if it does not look like one.
  Optional<String> name(String said) {
    String rest = said.strip().replaceAll("[.!?,;\\s]+$", "");
    for (String before : words.list("name_before")) {
      rest = rest.replaceFirst("(?iu)^" + Pattern.quote(before) + "[\\s,.!]+", "");
    }
    var parts = parts(rest);
    boolean isOne =
        !parts.isEmpty()
            && parts.size() <= LONGEST_NAME_WORDS
            && rest.length() <= LONGEST_NAME
            && rest.codePoints().anyMatch(Character::isLetter)
            && rest.codePoints().noneMatch(Character::isDigit)
            && !hasAny(rest, "not_a_name");
    return isOne ? Optional.of(rest) : Optional.empty();
  }

  /// The number that somebody says or keys in.
  Optional<E164> phone(Heard heard) {
    String digits =
        switch (heard) {
          case Heard.Keys(String keys) -> keys.replaceAll("[*#]", "");
          case Heard.Words(String said) -> digits(said);
          case Heard.Nothing _ -> "";
        };
    if (digits.length() < LEAST_DIGITS) {
      return Optional.empty();
    }
    return neighbour == null ? E164.of(digits) : E164.near(digits, neighbour);
  }

  /// Which of the answers is to be put right.
  Question correction(Heard heard) {
    return switch (heard) {
      case Heard.Keys(String keys) -> Question.noted(keys);
      case Heard.Words(String said) ->
          Stream.of(Question.NAME, Question.PHONE, Question.REASON, Question.URGENCY)
              .filter(one -> hasAny(said, "wrong_" + one.name().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElse(Question.WRONG);
      case Heard.Nothing _ -> Question.WRONG;
    };
  }

  private static Verdict byKey(String keys) {
    return switch (keys) {
      case "1" -> Verdict.YES;
      case "2" -> Verdict.NO;
      default -> Verdict.UNCLEAR;
    };
  }

  /// Who says no and yes in one breath ("no, that is right") is not sure: no counts.
  private Verdict agrees(String said, Stream<String> lists) {
    if (hasAny(said, "no")) {
      return Verdict.NO;
    }
    return lists.anyMatch(list -> hasAny(said, list)) ? Verdict.YES : Verdict.UNCLEAR;
  }

  private boolean hasAny(String said, String list) {
    var parts = parts(said);
    return words.list(list).stream().anyMatch(parts::contains);
  }

  /// The digits of a number, however they are said: `555 0142`, `double five zero`.
  private String digits(String said) {
    var digits = new StringBuilder(said.strip().startsWith("+") ? "+" : "");
    int times = 1;
    for (String part : parts(said)) {
      String one = part.chars().anyMatch(Character::isDigit) ? onlyDigits(part) : spoken(part);
      digits.repeat(one, times);
      times = words.list("double").contains(part) ? 2 : 1;
    }
    return digits.toString();
  }

  private static String onlyDigits(String part) {
    return part.replaceAll("\\D", "");
  }

  private String spoken(String part) {
    for (int digit = 0; digit <= 9; digit++) {
      if (words.list("digit_" + digit).contains(part)) {
        return Integer.toString(digit);
      }
    }
    return "";
  }

  private static List<String> parts(String said) {
    return Arrays.stream(NO_WORD.split(said.toLowerCase(Locale.ROOT), -1))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}

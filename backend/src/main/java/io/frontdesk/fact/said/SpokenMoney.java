package io.frontdesk.fact.said;

import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sums of money as people say them: "three hundred and fifty thousand dollars", "350k", "half a
/// million". A sum is a plain decimal number, without its currency.
public final class SpokenMoney {
  private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
  private static final Pattern WRITTEN =
      Pattern.compile("[$€£]?(?<number>\\d+(?:\\.\\d+)?)(?<scale>k|m|bn)?[$€£]?\\.?");
  private static final Map<String, Long> SCALES =
      Map.ofEntries(
          Map.entry("thousand", 1_000L),
          Map.entry("k", 1_000L),
          Map.entry("grand", 1_000L),
          Map.entry("million", 1_000_000L),
          Map.entry("m", 1_000_000L),
          Map.entry("mil", 1_000_000L),
          Map.entry("bn", 1_000_000_000L),
          Map.entry("billion", 1_000_000_000L));
  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final Set<String> WITHIN = Set.of("and", "a");

  private SpokenMoney() {}

  /// Reads a sum.
  public static Understood understand(String said) {
    List<BigDecimal> sums;
    try {
      sums = new Reader(words(said)).sums();
    } catch (Ambiguous two) {
      return new Unclear("Is that %s, or %s?".formatted(aloud(two.one), aloud(two.other)));
    }
    List<BigDecimal> different = sums.stream().distinct().toList();
    if (different.isEmpty() || different.stream().anyMatch(sum -> sum.compareTo(MOST) > 0)) {
      return new Unclear("How much would that be, in numbers?");
    }
    if (different.size() > 1) {
      return new Unclear(
          "Is that %s, or %s?".formatted(aloud(different.getFirst()), aloud(different.get(1))));
    }
    BigDecimal sum = different.getFirst();
    return new Value(sum.toPlainString(), aloud(sum));
  }

  private static List<String> words(String said) {
    return Words.of(said.replaceAll("(?<=\\d)[,'’](?=\\d{3})", "")).stream()
        .flatMap(word -> Stream.of(word.split("(?<=\\p{L})-(?=\\p{L})", -1)))
        .toList();
  }

  private static String aloud(BigDecimal sum) {
    return NumberFormat.getInstance(Locale.US).format(sum);
  }

  private static BigDecimal plain(BigDecimal sum) {
    BigDecimal cents = sum.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return cents.scale() < 0 ? cents.setScale(0, RoundingMode.UNNECESSARY) : cents;
  }

  /// "Three fifty" is 350 to one and 350,000 to another.
  private static final class Ambiguous extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final BigDecimal one;
    private final BigDecimal other;

    Ambiguous(BigDecimal one, BigDecimal other) {
      super(null, null, false, false);
      this.one = one;
      this.other = other;
    }
  }

  /// Goes over the words once.
  private static final class Reader {
    private final List<String> words;
    private final List<BigDecimal> sums = new ArrayList<>();
    /// What the whole thousands and millions so far come to; null before the first number word.
    private @Nullable BigDecimal total;
    /// What is counted now, below a thousand unless it was written.
    private @Nullable BigDecimal group;
    private boolean unitOnly;

    Reader(List<String> words) {
      this.words = words;
    }

    List<BigDecimal> sums() {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        String next = i + 1 < words.size() ? words.get(i + 1) : "";
        if (word.matches("half|quarter") && next.equals("a") && i + 2 < words.size()) {
          part(word, words.get(i + 2));
          i += 2;
        } else if (word.matches("half|quarter") && SCALES.containsKey(next) && group == null) {
          part(word, next);
          i++;
        } else if (word.matches("half|quarter") && SCALES.containsKey(next)) {
          add(fraction(word));
        } else if (word.equals("point") && group != null && Words.digit(next).isPresent()) {
          i = decimals(i + 1) - 1;
        } else {
          read(word, next);
        }
      }
      end();
      return sums;
    }

    private void part(String part, String scale) {
      Long of = SCALES.get(scale);
      if (of != null) {
        add(BigDecimal.valueOf(of).multiply(fraction(part)));
        end();
      }
    }

    private static BigDecimal fraction(String part) {
      return new BigDecimal(part.equals("half") ? "0.5" : "0.25");
    }

    private int decimals(int from) {
      var digits = new StringBuilder("0.");
      int i = from;
      while (i < words.size() && Words.digit(words.get(i)).isPresent()) {
        digits.append(Words.digit(words.get(i)).orElseThrow());
        i++;
      }
      group = known(group).add(new BigDecimal(digits.toString()));
      return i;
    }

    private void read(String word, String next) {
      var written = WRITTEN.matcher(word);
      Optional<String> digit = Words.digit(word);
      if (written.matches()) {
        end();
        add(new BigDecimal(written.group("number")));
        if (written.group("scale") != null) {
          scale(SCALES.getOrDefault(written.group("scale"), 1L));
        }
      } else if (digit.isPresent()) {
        boolean follows =
            group == null
                ? total != null
                : !unitOnly && group.remainder(BigDecimal.TEN).signum() == 0;
        if (!follows) {
          end();
        }
        add(new BigDecimal(digit.get()));
        unitOnly = !follows;
      } else if (SMALL.containsKey(word)) {
        small(BigDecimal.valueOf(SMALL.getOrDefault(word, 0)), next);
      } else if (word.equals("hundred")) {
        group = (group == null ? BigDecimal.ONE : group).multiply(BigDecimal.valueOf(100));
        unitOnly = false;
      } else if (SCALES.containsKey(word)) {
        scale(SCALES.getOrDefault(word, 1L));
      } else if (!WITHIN.contains(word)) {
        end();
      }
    }

    private void small(BigDecimal value, String next) {
      if (unitOnly && group != null) {
        BigDecimal hundreds = group.multiply(BigDecimal.valueOf(100)).add(value);
        if (!SCALES.containsKey(next)) {
          throw new Ambiguous(hundreds, hundreds.multiply(BigDecimal.valueOf(1_000)));
        }
        group = hundreds;
        unitOnly = false;
        return;
      }
      if (group != null && group.remainder(BigDecimal.valueOf(100)).signum() != 0) {
        end();
      }
      add(value);
    }

    private void add(BigDecimal value) {
      group = known(group).add(value);
      unitOnly = false;
    }

    private void scale(long by) {
      BigDecimal factor = BigDecimal.valueOf(by);
      if (group == null && total != null) {
        total = total.multiply(factor);
      } else {
        total = known(total).add((group == null ? BigDecimal.ONE : group).multiply(factor));
      }
      group = null;
      unitOnly = false;
    }

    private void end() {
      if (total != null || group != null) {
        sums.add(plain(known(total).add(known(group))));
      }
      total = null;
      group = null;
      unitOnly = false;
    }

    private static BigDecimal known(@Nullable BigDecimal value) {
      return value == null ? BigDecimal.ZERO : value;
    }
  }
}

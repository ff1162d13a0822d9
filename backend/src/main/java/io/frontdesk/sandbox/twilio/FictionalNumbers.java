package io.frontdesk.sandbox.twilio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Phone numbers that exist only in fiction, so that nothing sold here can ring at somebody's door:
/// 555-0100 to 555-0199 of each North American area code, and Ofcom's ranges for drama.
/// Source: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
final class FictionalNumbers {
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1([2-9]\\d\\d)55501\\d\\d");
  private static final Pattern AREA_CODE = Pattern.compile("[2-9](?!11)[0-8]\\d");

  /// Those of the people who are called and who call here: for nobody to rent.
  private static final Pattern SOMEBODYS = Pattern.compile("\\+121255501[2-6]\\d");

  private static final Set<String> TOLL_FREE =
      Set.of("800", "833", "844", "855", "866", "877", "888");

  private static final List<Block> BLOCKS =
      List.of(
          america("415", "San Francisco", "CA"),
          america("212", "New York", "NY"),
          america("312", "Chicago", "IL"),
          america("213", "Los Angeles", "CA"),
          america("305", "Miami", "FL"),
          america("512", "Austin", "TX"),
          america("617", "Boston", "MA"),
          america("206", "Seattle", "WA"),
          america("303", "Denver", "CO"),
          america("404", "Atlanta", "GA"),
          america("602", "Phoenix", "AZ"),
          america("713", "Houston", "TX"),
          new Block("CA", Kind.LOCAL, "+141655501", 2, "Toronto", "ON"),
          new Block("CA", Kind.LOCAL, "+160455501", 2, "Vancouver", "BC"),
          new Block("CA", Kind.LOCAL, "+151455501", 2, "Montreal", "QC"),
          new Block("US", Kind.TOLL_FREE, "+180055501", 2, "", ""),
          new Block("US", Kind.TOLL_FREE, "+188855501", 2, "", ""),
          new Block("US", Kind.TOLL_FREE, "+187755501", 2, "", ""),
          new Block("CA", Kind.TOLL_FREE, "+186655501", 2, "", ""),
          new Block("GB", Kind.LOCAL, "+442079460", 3, "London", "England"),
          new Block("GB", Kind.LOCAL, "+441614960", 3, "Manchester", "England"),
          new Block("GB", Kind.LOCAL, "+441314960", 3, "Edinburgh", "Scotland"),
          new Block("GB", Kind.MOBILE, "+447700900", 3, "", ""),
          new Block("GB", Kind.TOLL_FREE, "+448081570", 3, "", ""));

  private FictionalNumbers() {}

  /// What a number is rented for.
  enum Kind {
    LOCAL,
    TOLL_FREE,
    MOBILE
  }

  /// A run of numbers in one place.
  ///
  /// @param digits how many digits follow the prefix
  /// @param locality empty if the numbers belong to no place
  record Block(
      String country, Kind kind, String prefix, int digits, String locality, String region) {
    Stream<Offer> offers() {
      var size = (int) Math.pow(10, digits);
      return IntStream.range(0, size)
          .mapToObj(i -> prefix + padded(i))
          .filter(number -> !SOMEBODYS.matcher(number).matches())
          .map(number -> new Offer(number, this));
    }

    private String padded(int i) {
      return String.format(Locale.ROOT, "%0" + digits + "d", i);
    }

    boolean holds(String number) {
      return number.startsWith(prefix)
          && number.length() == prefix.length() + digits
          && number.substring(1).chars().allMatch(Character::isDigit);
    }
  }

  /// A number that can be bought.
  ///
  /// @param number E.164
  record Offer(String number, Block place) {}

  static boolean isCountryServed(String country) {
    return BLOCKS.stream().anyMatch(block -> block.country.equals(country));
  }

  /// All numbers of a kind in a country, in a fixed order.
  ///
  /// @param areaCode North American; empty = all
  static Stream<Offer> search(String country, Kind kind, Optional<String> areaCode) {
    if (areaCode.isPresent()) {
      return inAreaCode(country, kind, areaCode.get());
    }
    var known = BLOCKS.stream().filter(b -> b.country.equals(country) && b.kind == kind);
    var others =
        country.equals("US") && kind == Kind.LOCAL
            ? IntStream.range(200, 990)
                .mapToObj(Integer::toString)
                .filter(code -> isLocalAreaCode(code) && knownArea(code).isEmpty())
                .map(code -> america(code, "", ""))
            : Stream.<Block>empty();
    return Stream.concat(known, others).flatMap(Block::offers);
  }

  private static Stream<Offer> inAreaCode(String country, Kind kind, String code) {
    var known = knownArea(code);
    if (known.isPresent()) {
      return known.filter(b -> b.country.equals(country) && b.kind == kind).stream()
          .flatMap(Block::offers);
    }
    return country.equals("US") && kind == Kind.LOCAL && isLocalAreaCode(code)
        ? america(code, "", "").offers()
        : Stream.empty();
  }

  /// The offer for one number that can be rented.
  static Optional<Offer> offered(String number) {
    return find(number).filter(offer -> !SOMEBODYS.matcher(offer.number()).matches());
  }

  /// The offer for one number; empty if it is not one of these.
  static Optional<Offer> find(String number) {
    var known = BLOCKS.stream().filter(block -> block.holds(number)).findFirst();
    if (known.isPresent()) {
      return known.map(block -> new Offer(number, block));
    }
    var matcher = NORTH_AMERICAN.matcher(number);
    return matcher.matches() && isLocalAreaCode(matcher.group(1))
        ? Optional.of(new Offer(number, america(matcher.group(1), "", "")))
        : Optional.empty();
  }

  private static Optional<Block> knownArea(String code) {
    return BLOCKS.stream().filter(block -> block.prefix.equals("+1" + code + "55501")).findFirst();
  }

  private static boolean isLocalAreaCode(String code) {
    return AREA_CODE.matcher(code).matches() && !TOLL_FREE.contains(code);
  }

  private static Block america(String areaCode, String locality, String region) {
    return new Block("US", Kind.LOCAL, "+1" + areaCode + "55501", 2, locality, region);
  }
}

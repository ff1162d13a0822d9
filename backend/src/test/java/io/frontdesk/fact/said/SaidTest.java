package io.frontdesk.fact.said;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.fact.said.Understood.Unclear;
import io.frontdesk.fact.said.Understood.Value;
import io.frontdesk.tenancy.E164;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored of what callers say, phrase by phrase.
class SaidTest {
  private static final E164 NEIGHBOUR = new E164("+12125550142");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tom.baker@example.com                                     | tom.baker@example.com
          Tom.Baker@Example.COM                                     | tom.baker@example.com
          tom dot baker at example dot com                          | tom.baker@example.com
          It's tom dot baker at example dot com.                    | tom.baker@example.com
          um, my e-mail is tom at example dot com                   | tom@example.com
          t o m at example dot com                                  | tom@example.com
          tom underscore baker at example dot com                   | tom_baker@example.com
          tom dash baker at my-shop dot co dot uk                   | tom-baker@my-shop.co.uk
          tom plus plumbing at example dot com                      | tom+plumbing@example.com
          tom eight two at example dot com                          | tom82@example.com
          tom 82 at example dot com                                 | tom82@example.com
          tom double seven at example dot com                       | tom77@example.com
          b as in boy a k e r at example dot com                    | baker@example.com
          b for bravo a k e r at example dot com                    | baker@example.com
          a double n a at example dot org                           | anna@example.org
          anna punkt beispiel ät example punkt de                   | anna.beispiel@example.de
          ana arroba example punto es                               | ana@example.es
          tom @ example.com                                         | tom@example.com
          tom@example dot com                                       | tom@example.com
          o'neill@example.com                                       | o'neill@example.com
          """)
  void anAddressIsStoredAsProgramsWriteIt(String said, String stored) {
    assertThat(SpokenEmail.understand(said)).isInstanceOf(Value.class);
    assertThat(((Value) SpokenEmail.understand(said)).value()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tom",
        "tom at",
        "at example dot com",
        "tom at example dot",
        "tom at at example dot com",
        "tom dot dot baker at example dot com",
        "tom at example dot c",
        "I do not have one",
        "tom at example dot com at work dot com",
        ".tom@example.com",
        "tom@-example.com"
      })
  void whatIsNoAddressIsAskedAgain(String said) {
    assertThat(SpokenEmail.understand(said)).isInstanceOf(Unclear.class);
  }

  @Test
  void anAddressWithoutItsEndIsAskedForByName() {
    assertThat(SpokenEmail.understand("tom at gmail"))
        .isInstanceOfSatisfying(
            Unclear.class, unclear -> assertThat(unclear.question()).contains("after gmail"));
  }

  @Test
  void anAddressIsReadBackLetterByLetter() {
    assertThat(SpokenEmail.understand("tom.b@my-shop.com"))
        .isEqualTo(new Value("tom.b@my-shop.com", "t, o, m, dot, b at my dash shop dot com"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          212 555 0120                                                  | +12125550120
          (212) 555-0120                                                | +12125550120
          +1 212 555 0120                                               | +12125550120
          two one two five five five oh one two zero                    | +12125550120
          It's two one two, five five five, oh one two oh, please       | +12125550120
          two one two, triple five, oh one twenty                       | +12125550120
          two twelve five fifty five zero one twenty                    | +12125550120
          two one two five double five o one two o                      | +12125550120
          two one two five fifty-five oh one twenty                     | +12125550120
          eight hundred five five five oh one nine nine                 | +18005550199
          plus four four two oh seven nine four six oh nine five eight  | +442079460958
          """)
  void aNumberIsStoredInE164(String said, String stored) {
    assertThat(number(said))
        .isInstanceOfSatisfying(Value.class, value -> assertThat(value.value()).isEqualTo(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "five five five", "my mobile", "two one two five five five oh one", "911"})
  void whatIsNoNumberIsAskedAgain(String said) {
    assertThat(number(said)).isInstanceOf(Unclear.class);
  }

  @Test
  void aNumberIsReadBackDigitByDigit() {
    assertThat(number("212 555 0120"))
        .isEqualTo(new Value("+12125550120", "2 1 2, 5 5 5, 0 1 2 0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          350000                                              | 350000
          350,000                                             | 350000
          $350,000.50                                         | 350000.5
          350k                                                | 350000
          350 thousand                                        | 350000
          three hundred and fifty thousand dollars            | 350000
          three hundred fifty thousand                        | 350000
          three fifty thousand                                | 350000
          about twenty-five thousand                          | 25000
          a hundred and five                                  | 105
          twelve hundred                                      | 1200
          one thousand two hundred                            | 1200
          two million                                         | 2000000
          1.2 million                                         | 1200000
          one point two million                               | 1200000
          half a million                                      | 500000
          a quarter million                                   | 250000
          one and a half million                              | 1500000
          one million two hundred and fifty thousand          | 1250000
          eighty grand                                        | 80000
          seven hundred                                       | 700
          ninety nine                                         | 99
          """)
  void aSumIsAPlainNumber(String said, String stored) {
    assertThat(SpokenMoney.understand(said))
        .isInstanceOfSatisfying(Value.class, value -> assertThat(value.value()).isEqualTo(stored));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          three fifty                                | Is that 350, or 350,000?
          between 300 thousand and 400 thousand      | Is that 300,000, or 400,000?
          a lot                                      | How much would that be, in numbers?
          nine hundred thousand billion              | How much would that be, in numbers?
          """)
  void aSumThatCanBeTwoIsAskedBack(String said, String question) {
    assertThat(SpokenMoney.understand(said)).isEqualTo(new Unclear(question));
  }

  @Property(tries = 300)
  void aSumIsUnderstoodAsItIsReadBack(@ForAll @IntRange(max = 2_000_000_000) int sum) {
    var once = (Value) SpokenMoney.understand(Integer.toString(sum));

    assertThat(SpokenMoney.understand(once.aloud())).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tom Baker                                   | Tom Baker
          my name is tom baker                        | Tom Baker
          Hi, this is Tom Baker speaking.             | Tom Baker
          I'm Anna-Lena Müller                        | Anna-Lena Müller
          it's Seán O'Neill, please                   | Seán O'Neill
          Tom Smith, that's S M Y T H E               | Tom Smythe
          tom smith spelled s, m, i, double t, h      | Tom Smitth
          Jon, spelled J O N                          | Jon
          b a k e r                                   | Baker
          王小明                                       | 王小明
          """)
  void aNameIsWrittenAsNamesAre(String said, String stored) {
    assertThat(SpokenName.understand(said))
        .isInstanceOfSatisfying(
            Value.class, value -> assertThat(value.value()).isEqualToIgnoringCase(stored));
    assertThat(((Value) SpokenName.understand(said)).value().charAt(0)).isEqualTo(stored.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "555 0120", "...", "<script>", "http://example.com"})
  void whatIsNoNameIsAskedAgain(String said) {
    assertThat(SpokenName.understand(said)).isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          22 Elm Street                               | 22 Elm Street
          my address is 22 Elm Street.                | 22 Elm Street
          twenty two elm street                       | 22 Elm Street
          twelve fifteen elm street                   | 1215 Elm Street
          We live at 5 High Street,  London           | 5 High Street, London
          Rose Cottage, Church Lane                   | Rose Cottage, Church Lane
          one hundred and five elm street             | One Hundred And Five Elm Street
          """)
  void anAddressKeepsItsWordsAndHasItsNumberInDigits(String said, String stored) {
    assertThat(SpokenAddress.understand(said)).isEqualTo(new Value(stored, stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "here", "12", "12 34"})
  void whatIsNoPlaceIsAskedAgain(String said) {
    assertThat(SpokenAddress.understand(said)).isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refinance                                   | Refinance
          I think the refinance                       | Refinance
          a new purchase, please                      | New purchase
          a purchase                                  | Purchase
          """)
  void aChoiceIsTheOneThatWasNamed(String said, String stored) {
    assertThat(SpokenChoice.understand(said, List.of("Purchase", "New purchase", "Refinance")))
        .isEqualTo(new Value(stored, stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "something else", "purchase or refinance"})
  void noneOrTwoAreAskedBack(String said) {
    assertThat(SpokenChoice.understand(said, List.of("Purchase", "Refinance")))
        .isEqualTo(new Unclear("Which of these is it: Purchase or Refinance?"));
  }

  @Property(tries = 500)
  void anythingIsAnswered(@ForAll String said) {
    assertThat(
            List.of(
                SpokenEmail.understand(said),
                number(said),
                SpokenMoney.understand(said),
                SpokenName.understand(said),
                SpokenAddress.understand(said),
                SpokenChoice.understand(said, List.of("A", "B"))))
        .hasSize(6);
  }

  private static Understood number(String said) {
    return SpokenNumber.understand(said, digits -> E164.near(digits, NEIGHBOUR));
  }
}

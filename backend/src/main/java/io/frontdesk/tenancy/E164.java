package io.frontdesk.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A telephone number in E.164, for example `+14155550100`. Cannot exist unless it is a possible
/// number.
@TypeDef(type = DataType.STRING, converter = E164Converter.class)
@Schema(
    type = "string",
    format = "e164",
    pattern = "^\\+[1-9][0-9]{1,14}$",
    example = "+14155550100")
public record E164(@JsonValue String value) {
  /// @throws IllegalArgumentException if `value` is not a possible number written in E.164
  @JsonCreator
  public E164 {
    if (!read(value, null).filter(value::equals).isPresent()) {
      throw new IllegalArgumentException(
          "not a phone number with its country code, such as +14155550100: "
              + value.substring(0, Math.min(value.length(), 40)));
    }
  }

  /// The number that `text` writes in E.164, or empty: callers may be `anonymous` or a SIP address.
  public static Optional<E164> of(String text) {
    return read(text, null).map(E164::new);
  }

  /// The number that `text` writes as people of `region` (ISO 3166, for example `US`) write
  /// numbers.
  public static Optional<E164> of(String text, String region) {
    return read(text, region).map(E164::new);
  }

  /// The number that somebody in the country of `neighbour` means by these digits.
  public static Optional<E164> near(String digits, E164 neighbour) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      String region = numbers.getRegionCodeForNumber(numbers.parse(neighbour.value(), null));
      return region == null ? of(digits) : of(digits, region);
    } catch (NumberParseException notANumber) {
      return of(digits);
    }
  }

  private static Optional<String> read(String text, @Nullable String region) {
    if (text.length() > 40) {
      return Optional.empty();
    }
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(text, region);
      return numbers.isPossibleNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /// Whether somebody can have it, as far as the plans of its country tell: more than possible.
  @JsonIgnore
  public boolean isValid() {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.isValidNumber(numbers.parse(value, null));
    } catch (NumberParseException notANumber) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

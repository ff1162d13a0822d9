package io.frontdesk.phonenumber;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.NumberApi;
import io.frontdesk.twilio.NumberOffer;
import io.frontdesk.twilio.NumberSearch;
import io.frontdesk.twilio.NumberType;
import io.frontdesk.twilio.RentedNumber;
import io.frontdesk.web.Page;
import io.frontdesk.web.RequestException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers that the business could have.
@Controller("/api/v1/phone-numbers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Phone numbers")
class NumberMarketController {
  private final NumberMarket market;
  private final NumberApi twilio;
  private final PhoneNumbers numbers;
  private final Tenancy tenancy;

  NumberMarketController(
      NumberMarket market, NumberApi twilio, PhoneNumbers numbers, Tenancy tenancy) {
    this.market = market;
    this.twilio = twilio;
    this.numbers = numbers;
    this.tenancy = tenancy;
  }

  /// Which numbers are looked for.
  ///
  /// @param country ISO 3166
  /// @param areaCode of three digits, in the US and Canada
  /// @param contains digits, letters as on a keypad, `*` for any digit
  @Introspected
  record Wish(
      @QueryValue(defaultValue = "US") @Pattern(regexp = "[A-Z]{2}") String country,
      @QueryValue("area_code") @Nullable @Pattern(regexp = "[2-9]\\d\\d") String areaCode,
      @QueryValue @Nullable @Pattern(regexp = "[0-9A-Za-z*]{2,16}") String contains,
      @QueryValue(defaultValue = "local") NumberType type,
      @QueryValue(defaultValue = "20") @Min(1) @Max(30) int limit) {

    /// @throws RequestException.Rejected if the country has no area codes
    NumberSearch search() {
      if (areaCode != null && !country.equals("US") && !country.equals("CA")) {
        throw new RequestException.Rejected(
            "/area_code", "can be chosen in the US and Canada only; try `contains`");
      }
      return new NumberSearch(
          country, type, areaCode == null ? null : Integer.valueOf(areaCode), contains);
    }
  }

  /// A number that the business's Twilio account rents and that is not one of its numbers here.
  ///
  /// @param astray where its calls go now
  @Introspected
  record Importable(E164 number, @Nullable String astray) {}

  /// Numbers that can be rented now. There is one page.
  @Get("/available")
  Page<NumberOffer> available(TenantId tenant, @Valid @RequestBean Wish wish) {
    return new Page<>(market.free(tenant, wish.search(), wish.limit()), null);
  }

  /// Numbers of the business's Twilio account that can be imported. There is one page.
  @Get("/importable")
  Page<Importable> importable(TenantId tenant) {
    var rented = twilio.rented(tenant);
    var here =
        tenancy.run(tenant, () -> numbers.findByTenantIdOrderById(tenant)).stream()
            .map(PhoneNumber::number)
            .collect(Collectors.toSet());
    return new Page<>(
        rented.stream()
            .filter(number -> !here.contains(number.number()))
            .map((RentedNumber number) -> new Importable(number.number(), number.astray()))
            .toList(),
        null);
  }
}

package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.twilio.FictionalNumbers.Kind;
import io.frontdesk.sandbox.twilio.FictionalNumbers.Offer;
import io.frontdesk.sandbox.wire.Request;
import io.frontdesk.sandbox.wire.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// `/AvailablePhoneNumbers`: what can be bought.
/// Source: https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource
final class AvailableNumberResource {
  private static final Map<String, Kind> KINDS =
      Map.of("Local", Kind.LOCAL, "TollFree", Kind.TOLL_FREE, "Mobile", Kind.MOBILE);
  private static final Set<String> CAPABILITIES =
      Set.of("VoiceEnabled", "SmsEnabled", "MmsEnabled");
  private static final Set<String> FILTERS =
      Set.of("AreaCode", "Contains", "InRegion", "InLocality", "PageSize");
  private static final int MOST = 30;
  private static final String KEYPAD = "22233344455566677778889999";

  private final Numbers numbers;

  AvailableNumberResource(RestApi api, Numbers numbers) {
    this.numbers = numbers;
    api.serve("GET", "/AvailablePhoneNumbers/{country}/{kind}.json", this::list);
  }

  private Response list(Account account, Request request) {
    var country = request.pathParameter("country");
    var kind = KINDS.get(request.pathParameter("kind"));
    if (kind == null || !FictionalNumbers.isCountryServed(country)) {
      throw RestError.notFound(request.path());
    }
    request.query().keySet().forEach(AvailableNumberResource::check);
    var contains = request.query("Contains").map(AvailableNumberResource::pattern);
    var region = request.query("InRegion");
    var locality = request.query("InLocality");
    var body = Json.object().put("uri", request.uri());
    var offers = body.putArray("available_phone_numbers");
    FictionalNumbers.search(country, kind, request.query("AreaCode"))
        .filter(offer -> region.isEmpty() || region.get().equals(offer.place().region()))
        .filter(offer -> locality.isEmpty() || locality.get().equals(offer.place().locality()))
        .filter(offer -> contains.isEmpty() || contains.get().matcher(offer.number()).find())
        .filter(offer -> !numbers.isTaken(offer.number()))
        .limit(Math.min(MOST, ListPage.number(request, "PageSize", 1, MOST)))
        .forEach(offer -> offers.add(json(offer)));
    return RestApi.ok(body);
  }

  private static void check(String parameter) {
    if (!FILTERS.contains(parameter) && !CAPABILITIES.contains(parameter)) {
      throw RestError.invalid(20001, "The stand-in cannot search numbers by " + parameter);
    }
  }

  /// Digits as they are, letters as on a keypad, `*` for any digit.
  private static Pattern pattern(String contains) {
    var regex = new StringBuilder();
    for (var c : contains.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z') {
        regex.append(KEYPAD.charAt(c - 'a'));
      } else if (c == '*') {
        regex.append("\\d");
      } else if (c >= '0' && c <= '9') {
        regex.append(c);
      } else if (c != '+') {
        throw RestError.invalid(20001, "Contains is invalid: " + contains);
      }
    }
    return Pattern.compile(regex.toString());
  }

  private static JsonNode json(Offer offer) {
    var place = offer.place();
    var json =
        Json.object()
            .put("phone_number", offer.number())
            .put("friendly_name", friendly(offer.number()))
            .put("locality", place.locality().isEmpty() ? null : place.locality())
            .put("region", place.region().isEmpty() ? null : place.region())
            .put("iso_country", place.country())
            .put("address_requirements", "none")
            .put("beta", false);
    for (var unknown :
        new String[] {"lata", "rate_center", "latitude", "longitude", "postal_code"}) {
      json.putNull(unknown);
    }
    json.putObject("capabilities")
        .put("voice", true)
        .put("SMS", true)
        .put("MMS", place.country().equals("US"))
        .put("fax", false);
    return json;
  }

  /// As people write it, North American numbers as `(415) 555-0100`.
  static String friendly(String number) {
    return number.startsWith("+1") && number.length() == 12
        ? "(%s) %s-%s"
            .formatted(number.substring(2, 5), number.substring(5, 8), number.substring(8))
        : number;
  }
}

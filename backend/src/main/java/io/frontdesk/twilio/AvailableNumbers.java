package io.frontdesk.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.type.PhoneNumberCapabilities;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What Twilio has for rent.
/// Source: https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource
@Singleton
public class AvailableNumbers {
  private final TwilioClients clients;

  AvailableNumbers(TwilioClients clients) {
    this.clients = clients;
  }

  /// Numbers that can be called and rented now, `most` of them at most.
  ///
  /// @throws RequestException.Rejected if Twilio sells no such numbers in that country
  public List<NumberOffer> find(TenantId tenant, NumberSearch search, int most) {
    return TwilioErrors.answer(
        () -> {
          TwilioRestClient client = clients.of(tenant);
          try {
            return found(client, search, most);
          } catch (ApiException e) {
            if (TwilioErrors.is(e, TwilioErrors.NOT_FOUND)) {
              throw new RequestException.Rejected(
                  "/country",
                  "Twilio rents out no %s numbers in %s"
                      .formatted(word(search.type()), search.country()));
            }
            throw e;
          }
        });
  }

  private static List<NumberOffer> found(TwilioRestClient client, NumberSearch search, int most) {
    return switch (search.type()) {
      case LOCAL ->
          offers(
              Local.reader(search.country())
                  .setAreaCode(search.areaCode())
                  .setContains(search.contains())
                  .setVoiceEnabled(true)
                  .limit(most)
                  .read(client),
              n ->
                  offer(
                      search,
                      n.getPhoneNumber().getEndpoint(),
                      n.getLocality(),
                      n.getRegion(),
                      n.getCapabilities(),
                      n.getAddressRequirements()));
      case TOLL_FREE ->
          offers(
              TollFree.reader(search.country())
                  .setAreaCode(search.areaCode())
                  .setContains(search.contains())
                  .setVoiceEnabled(true)
                  .limit(most)
                  .read(client),
              n ->
                  offer(
                      search,
                      n.getPhoneNumber().getEndpoint(),
                      n.getLocality(),
                      n.getRegion(),
                      n.getCapabilities(),
                      n.getAddressRequirements()));
      case MOBILE ->
          offers(
              Mobile.reader(search.country())
                  .setAreaCode(search.areaCode())
                  .setContains(search.contains())
                  .setVoiceEnabled(true)
                  .limit(most)
                  .read(client),
              n ->
                  offer(
                      search,
                      n.getPhoneNumber().getEndpoint(),
                      n.getLocality(),
                      n.getRegion(),
                      n.getCapabilities(),
                      n.getAddressRequirements()));
    };
  }

  private static <T extends com.twilio.base.Resource> List<NumberOffer> offers(
      ResourceSet<T> found, Function<T, NumberOffer> offer) {
    return StreamSupport.stream(found.spliterator(), false).map(offer).toList();
  }

  private static NumberOffer offer(
      NumberSearch search,
      String number,
      @Nullable String locality,
      @Nullable String region,
      PhoneNumberCapabilities can,
      @Nullable String addressRequirements) {
    return new NumberOffer(
        new E164(number),
        search.type(),
        locality,
        region,
        search.country(),
        can.getVoice(),
        can.getSms(),
        addressRequirements != null && !addressRequirements.equals("none"));
  }

  private static String word(NumberType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

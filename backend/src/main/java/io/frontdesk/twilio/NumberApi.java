package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.type.PhoneNumber;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// Twilio's numbers, in a tenant's own account.
@Singleton
public class NumberApi {
  /// Twilio asks again after a failed connection or a 5xx, so that a restart loses no call.
  private static final String RETRIES = "#rc=3&rp=ct,rt,5xx&rt=4000";

  private static final String VOICE = "/api/v1/voice/";

  /// Source: https://www.twilio.com/docs/api/errors/21422
  private static final int NOT_AVAILABLE = 21422;

  private final TwilioAccounts accounts;
  private final TwilioHttp http;
  private final WebhookUrls urls;

  NumberApi(TwilioAccounts accounts, TwilioHttp http, WebhookUrls urls) {
    this.accounts = accounts;
    this.http = http;
    this.urls = urls;
  }

  /// A number that the tenant's account rents.
  public record Rented(E164 number, String sid) {}

  /// All numbers that the tenant's account rents now.
  public List<Rented> rented(TenantId tenant) {
    return asking(
        () ->
            StreamSupport.stream(
                    IncomingPhoneNumber.reader().read(client(tenant)).spliterator(), false)
                .map(NumberApi::rented)
                .toList());
  }

  /// Numbers in `country` that can be rented now, `most` of them at most.
  ///
  /// @param country ISO 3166, for example `US`
  public List<E164> free(TenantId tenant, String country, int most) {
    return asking(
        () ->
            StreamSupport.stream(
                    Local.reader(country).limit(most).read(client(tenant)).spliterator(), false)
                .map(found -> new E164(found.getPhoneNumber().getEndpoint()))
                .toList());
  }

  /// Rents a number, with its calls pointed at us from the first moment.
  ///
  /// @return empty if somebody else was quicker
  public Optional<Rented> rent(TenantId tenant, E164 number) {
    return asking(() -> bought(tenant, number));
  }

  private Optional<Rented> bought(TenantId tenant, E164 number) {
    try {
      return Optional.of(
          rented(
              IncomingPhoneNumber.creator(new PhoneNumber(number.value()))
                  .setVoiceUrl(at("incoming" + RETRIES))
                  .setVoiceMethod(HttpMethod.POST)
                  .setVoiceFallbackUrl(at("fallback" + RETRIES))
                  .setVoiceFallbackMethod(HttpMethod.POST)
                  .setStatusCallback(at("call-status" + RETRIES))
                  .setStatusCallbackMethod(HttpMethod.POST)
                  .create(client(tenant))));
    } catch (ApiException e) {
      if (Objects.equals(e.getCode(), NOT_AVAILABLE)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Gives a number back: from now on it rings elsewhere or nowhere.
  public void release(TenantId tenant, String sid) {
    asking(() -> IncomingPhoneNumber.deleter(sid).delete(client(tenant)));
  }

  /// Points the tenant's numbers at where we are now, those that point elsewhere.
  public void pointHere(TenantId tenant) {
    TwilioRestClient client = client(tenant);
    URI incoming = at("incoming" + RETRIES);
    asking(
        () -> {
          for (IncomingPhoneNumber number : IncomingPhoneNumber.reader().read(client)) {
            if (!incoming.equals(number.getVoiceUrl())) {
              IncomingPhoneNumber.updater(number.getSid())
                  .setVoiceUrl(incoming)
                  .setVoiceFallbackUrl(at("fallback" + RETRIES))
                  .setStatusCallback(at("call-status" + RETRIES))
                  .update(client);
            }
          }
          return tenant;
        });
  }

  private URI at(String endpoint) {
    return urls.of(VOICE + endpoint);
  }

  private TwilioRestClient client(TenantId tenant) {
    var account = accounts.of(tenant);
    return http.client(account.sid(), account.authToken());
  }

  private static Rented rented(IncomingPhoneNumber number) {
    return new Rented(new E164(number.getPhoneNumber().getEndpoint()), number.getSid());
  }

  private static <T> T asking(Supplier<T> request) {
    try {
      return request.get();
    } catch (TwilioException e) {
      throw new RequestException.UpstreamFailed(
          "Twilio did not do what it was asked. Try again in a moment.", e);
    }
  }
}

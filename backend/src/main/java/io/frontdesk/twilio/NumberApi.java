package io.frontdesk.twilio;

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
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// Twilio's numbers, in a tenant's own account.
@Singleton
public class NumberApi {
  /// Twilio asks again after a failed connection or a 5xx, so that a restart loses no call.
  private static final String RETRIES = "#rc=3&rp=ct,rt,5xx&rt=4000";

  private static final String VOICE = "/api/v1/voice/";

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

  /// A number that can be rented now.
  ///
  /// @throws RequestException.Conflict `no_number` if there is none
  public E164 anyFree(TenantId tenant, String country) {
    return asking(
        () ->
            StreamSupport.stream(
                    Local.reader(country).limit(1).read(client(tenant)).spliterator(), false)
                .findFirst()
                .map(found -> new E164(found.getPhoneNumber().getEndpoint()))
                .orElseThrow(
                    () ->
                        new RequestException.Conflict(
                            "no_number", "No number", "There is no free number to be had.")));
  }

  /// Rents a number, with its calls pointed at us from the first moment.
  public Rented rent(TenantId tenant, E164 number) {
    return asking(
        () ->
            rented(
                IncomingPhoneNumber.creator(new PhoneNumber(number.value()))
                    .setVoiceUrl(at("incoming" + RETRIES))
                    .setVoiceMethod(HttpMethod.POST)
                    .setVoiceFallbackUrl(at("fallback" + RETRIES))
                    .setVoiceFallbackMethod(HttpMethod.POST)
                    .setStatusCallback(at("call-status" + RETRIES))
                    .setStatusCallbackMethod(HttpMethod.POST)
                    .create(client(tenant))));
  }

  /// Points the tenant's numbers at where we are now, those that point elsewhere.
  public void pointHere(TenantId tenant) {
    TwilioRestClient client = client(tenant);
    asking(
        () -> {
          for (IncomingPhoneNumber number : IncomingPhoneNumber.reader().read(client)) {
            if (!at("incoming" + RETRIES).equals(number.getVoiceUrl())) {
              IncomingPhoneNumber.updater(number.getSid())
                  .setVoiceUrl(at("incoming" + RETRIES))
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

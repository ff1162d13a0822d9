package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
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
import org.jspecify.annotations.Nullable;

/// The numbers that a tenant's own account rents at Twilio. What Twilio refuses is thrown as a
/// [RequestException] that says what to do; if it does not answer, that is `UpstreamFailed`.
/// Source: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
@Singleton
public class NumberApi {
  private static final String VOICE = "/api/v1/voice/";

  /// Sent for a field, it clears it.
  private static final String NONE = "";

  private final TwilioClients clients;
  private final WebhookUrls urls;

  NumberApi(TwilioClients clients, WebhookUrls urls) {
    this.clients = clients;
    this.urls = urls;
  }

  /// All numbers that the tenant's account rents now.
  public List<RentedNumber> rented(TenantId tenant) {
    return TwilioErrors.answer(
        () ->
            StreamSupport.stream(
                    IncomingPhoneNumber.reader().read(client(tenant)).spliterator(), false)
                .map(this::rented)
                .toList());
  }

  /// That number, if the tenant's account rents it now.
  public Optional<RentedNumber> rented(TenantId tenant, E164 number) {
    // Twilio looks for numbers that contain what is asked for.
    return TwilioErrors.answer(
        () ->
            StreamSupport.stream(
                    IncomingPhoneNumber.reader()
                        .setPhoneNumber(number.value())
                        .read(client(tenant))
                        .spliterator(),
                    false)
                .map(this::rented)
                .filter(found -> found.number().equals(number))
                .findFirst());
  }

  /// The number with this SID, if the tenant's account rents it now.
  public Optional<RentedNumber> find(TenantId tenant, String sid) {
    return ifThere(() -> rented(IncomingPhoneNumber.fetcher(sid).fetch(client(tenant))));
  }

  /// Rents a number, with its calls pointed at us from the first moment.
  ///
  /// @return empty if it is not for sale: somebody has it already, perhaps the tenant
  /// @throws Unanswered if nobody knows whether it is rented now
  public Optional<RentedNumber> rent(TenantId tenant, E164 number) {
    TwilioRestClient client = TwilioErrors.answer(() -> client(tenant));
    return TwilioErrors.answerOnce(
        () -> {
          try {
            return Optional.of(
                rented(
                    IncomingPhoneNumber.creator(new PhoneNumber(number.value()))
                        .setVoiceUrl(incoming())
                        .setVoiceMethod(HttpMethod.POST)
                        .setVoiceFallbackUrl(fallback())
                        .setVoiceFallbackMethod(HttpMethod.POST)
                        .setStatusCallback(callStatus())
                        .setStatusCallbackMethod(HttpMethod.POST)
                        .create(client)));
          } catch (ApiException e) {
            if (TwilioErrors.is(e, TwilioErrors.NOT_AVAILABLE)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /// Gives a number back: from now on it rings elsewhere or nowhere. Done already, it is done.
  public void release(TenantId tenant, String sid) {
    ifThere(() -> IncomingPhoneNumber.deleter(sid).delete(client(tenant)));
  }

  /// Points a number's calls at us, whatever answered them before.
  ///
  /// @return empty if the tenant's account does not rent it
  public Optional<RentedNumber> pointHere(TenantId tenant, String sid) {
    return ifThere(
        () ->
            rented(
                IncomingPhoneNumber.updater(sid)
                    .setVoiceApplicationSid(NONE)
                    .setTrunkSid(NONE)
                    .setVoiceUrl(incoming())
                    .setVoiceMethod(HttpMethod.POST)
                    .setVoiceFallbackUrl(fallback())
                    .setVoiceFallbackMethod(HttpMethod.POST)
                    .setStatusCallback(callStatus())
                    .setStatusCallbackMethod(HttpMethod.POST)
                    .update(client(tenant))));
  }

  /// Lets a number ring on without us; if it was pointed elsewhere meanwhile, it stays so.
  public void pointAway(TenantId tenant, String sid) {
    find(tenant, sid)
        .filter(number -> number.astray() == null)
        .ifPresent(
            number ->
                ifThere(
                    () ->
                        IncomingPhoneNumber.updater(sid)
                            .setVoiceUrl(NONE)
                            .setVoiceFallbackUrl(NONE)
                            .setStatusCallback(NONE)
                            .update(client(tenant))));
  }

  private static <T> Optional<T> ifThere(Supplier<T> request) {
    return TwilioErrors.answer(
        () -> {
          try {
            return Optional.of(request.get());
          } catch (ApiException e) {
            if (TwilioErrors.is(e, TwilioErrors.NOT_FOUND)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private RentedNumber rented(IncomingPhoneNumber number) {
    return new RentedNumber(
        new E164(number.getPhoneNumber().getEndpoint()), number.getSid(), astray(number));
  }

  private @Nullable String astray(IncomingPhoneNumber number) {
    if (isSet(number.getTrunkSid())) {
      return "Its calls go to a SIP trunk.";
    }
    if (isSet(number.getVoiceApplicationSid())) {
      return "Its calls go to another application of the Twilio account.";
    }
    if (number.getVoiceUrl() == null) {
      return "Nobody answers its calls.";
    }
    if (!incoming().equals(number.getVoiceUrl())
        || !HttpMethod.POST.equals(number.getVoiceMethod())) {
      return "Its calls go to %s.".formatted(withoutRetries(number.getVoiceUrl()));
    }
    if (!fallback().equals(number.getVoiceFallbackUrl())) {
      return "Nobody answers its calls while this service restarts.";
    }
    return callStatus().equals(number.getStatusCallback())
        ? null
        : "The end of its calls is told to somebody else.";
  }

  private static boolean isSet(@Nullable String sid) {
    return sid != null && !sid.isEmpty();
  }

  private static String withoutRetries(URI url) {
    return Objects.requireNonNull(url.toString()).replaceFirst("#.*", "");
  }

  private URI incoming() {
    return at("incoming");
  }

  private URI fallback() {
    return at("fallback");
  }

  private URI callStatus() {
    return at("call-status");
  }

  private URI at(String endpoint) {
    return urls.ofWebhook(VOICE + endpoint);
  }

  private TwilioRestClient client(TenantId tenant) {
    return clients.of(tenant);
  }
}

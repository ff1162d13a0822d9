package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallUpdater;
import com.twilio.type.PhoneNumber;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Calls that a tenant's account places. What Twilio refuses is thrown as a
/// [io.frontdesk.web.RequestException] that says why.
/// Source: https://www.twilio.com/docs/voice/api/call-resource
@Singleton
public class OutgoingCalls {
  private static final int NOT_IN_PROGRESS = 21220;
  private static final List<String> EVENTS = List.of("ringing", "answered", "completed");

  private final TwilioClients clients;

  OutgoingCalls(TwilioClients clients) {
    this.clients = clients;
  }

  /// What is to be dialled.
  ///
  /// @param from a number of the account's
  /// @param rings how long before it is given up
  /// @param script answers with what whoever picks up hears
  /// @param fallback asked when `script` does not answer
  /// @param status is told how the call stands
  /// @param answeredBy is told whether a person or a machine has picked up, while the call goes on
  /// @param toMessageEnd whether a machine is told of once its own message has ended
  public record Order(
      E164 from,
      E164 to,
      Duration rings,
      URI script,
      URI fallback,
      URI status,
      URI answeredBy,
      boolean toMessageEnd) {}

  /// Has Twilio dial.
  ///
  /// @return Twilio's id of the call
  /// @throws Unanswered if nobody knows whether it is being dialled
  public String place(TenantId tenant, Order order) {
    TwilioRestClient client = TwilioErrors.answer(() -> clients.of(tenant));
    return TwilioErrors.answerOnce(
        () ->
            Call.creator(
                    new PhoneNumber(order.to().value()),
                    new PhoneNumber(order.from().value()),
                    order.script())
                .setMethod(HttpMethod.POST)
                .setFallbackUrl(order.fallback())
                .setFallbackMethod(HttpMethod.POST)
                .setStatusCallback(order.status())
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(EVENTS)
                .setTimeout(Math.toIntExact(order.rings().toSeconds()))
                .setMachineDetection(order.toMessageEnd() ? "DetectMessageEnd" : "Enable")
                .setAsyncAmd("true")
                .setAsyncAmdStatusCallback(order.answeredBy())
                .setAsyncAmdStatusCallbackMethod(HttpMethod.POST)
                .create(client)
                .getSid());
  }

  /// Says something to whoever is on the line, in place of what they hear now, and hangs up.
  ///
  /// @return whether the call was still going on
  public boolean sayAndHangUp(TenantId tenant, String callSid, String words, Locale language) {
    return update(
        tenant,
        Call.updater(callSid)
            .setTwiml(new com.twilio.type.Twiml(Twiml.sayAndHangUp(words, language))));
  }

  /// Ends a call, whether somebody has picked up or not.
  ///
  /// @return whether it was still going on
  public boolean hangUp(TenantId tenant, String callSid) {
    return update(tenant, Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED));
  }

  private boolean update(TenantId tenant, CallUpdater updater) {
    return TwilioErrors.answer(
        () -> {
          try {
            updater.update(clients.of(tenant));
            return true;
          } catch (ApiException e) {
            if (TwilioErrors.is(e, NOT_IN_PROGRESS) || TwilioErrors.is(e, TwilioErrors.NOT_FOUND)) {
              return false;
            }
            throw e;
          }
        });
  }
}

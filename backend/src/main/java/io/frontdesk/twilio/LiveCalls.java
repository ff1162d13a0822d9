package io.frontdesk.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallUpdater;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Steers calls that go on, and tells whether they do.
/// Source: https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource
@Singleton
public class LiveCalls {
  private static final int NOT_IN_PROGRESS = 21220;

  private final TwilioAccounts accounts;
  private final TwilioClients clients;

  LiveCalls(TwilioAccounts accounts, TwilioClients clients) {
    this.accounts = accounts;
    this.clients = clients;
  }

  /// How a call stands.
  public sealed interface Standing {
    /// It is being dialled, or somebody is on the line.
    record GoesOn() implements Standing {}

    /// @param status as Twilio writes it
    /// @param endedAt null if Twilio does not tell
    record Over(String status, @Nullable Instant endedAt) implements Standing {}

    /// Twilio knows no such call in the tenant's account.
    record Unknown() implements Standing {}
  }

  /// How a call stands at Twilio.
  ///
  /// @throws io.frontdesk.web.RequestException if Twilio refuses or does not answer
  public Standing standing(TenantId tenant, String callSid) {
    if (accounts.find(tenant).isEmpty()) {
      return new Standing.Unknown();
    }
    var client = clients.of(tenant);
    return TwilioErrors.answer(
        () -> {
          try {
            return standing(Call.fetcher(callSid).fetch(client));
          } catch (ApiException e) {
            if (TwilioErrors.is(e, TwilioErrors.NOT_FOUND)) {
              return new Standing.Unknown();
            }
            throw e;
          }
        });
  }

  private static Standing standing(Call call) {
    return switch (call.getStatus()) {
      case QUEUED, RINGING, IN_PROGRESS -> new Standing.GoesOn();
      default ->
          new Standing.Over(
              call.getStatus().toString(),
              call.getEndTime() == null ? null : call.getEndTime().toInstant());
    };
  }

  /// Has the call leave what it does and ask at this address what to do.
  ///
  /// @return whether it goes on: one that is over does nothing any more
  /// @throws io.frontdesk.web.RequestException if Twilio refuses or does not answer
  public boolean redirect(TenantId tenant, String callSid, URI address) {
    return update(tenant, Call.updater(callSid).setUrl(address).setMethod(HttpMethod.POST));
  }

  /// Ends the call.
  ///
  /// @return whether it went on
  /// @throws io.frontdesk.web.RequestException if Twilio refuses or does not answer
  public boolean hangUp(TenantId tenant, String callSid) {
    return update(tenant, Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED));
  }

  private boolean update(TenantId tenant, CallUpdater change) {
    var client = clients.of(tenant);
    return TwilioErrors.answer(
        () -> {
          try {
            change.update(client);
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

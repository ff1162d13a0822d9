package io.frontdesk.voice;

import io.frontdesk.call.Admission;
import io.frontdesk.call.Answered;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallState;
import io.frontdesk.call.Engine;
import io.frontdesk.call.NewCall;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.phonenumber.PhoneNumber;
import io.frontdesk.phonenumber.PhoneNumbers;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens calls that a browser makes. Twilio has no part in them: their ids are ours, and nobody but
/// the stream tells that they are over.
@Singleton
class TestCalls implements Job {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Receptionists receptionists;
  private final Admission admission;
  private final PhoneNumbers numbers;
  private final CallLog log;
  private final MediaTokens tokens;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  TestCalls(
      Receptionists receptionists,
      Admission admission,
      PhoneNumbers numbers,
      CallLog log,
      MediaTokens tokens,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.receptionists = receptionists;
    this.admission = admission;
    this.numbers = numbers;
    this.log = log;
    this.tokens = tokens;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// A call that waits for its stream.
  ///
  /// @param draft whether it is held with what is being edited
  /// @throws RequestException.NotFound if the tenant has no such receptionist
  /// @throws RequestException.Conflict if a limit of the business's is reached, or nothing is
  /// published
  TestCallController.Ticket begin(TenantId tenant, UUID receptionistId, boolean draft) {
    return tenancy.run(
        tenant,
        () -> {
          String callSid = "CA" + hex(UUID.randomUUID());
          Answered call = open(tenant, receptionistId, draft, callSid);
          String token = tokens.issueForBrowser(tenant, call.id());
          outbox.at(
              clock.instant().plus(MediaTokens.LIFETIME).plus(GRACE), this, tenant, call.id());
          return new TestCallController.Ticket(
              call.id(),
              callSid,
              accountSid(tenant),
              FrontDoor.STREAM_PATH + token,
              MediaTokens.LIFETIME.toSeconds());
        });
  }

  /// A call that nobody will open a stream for, held with what callers hear. In the transaction
  /// that is open.
  ///
  /// @throws RequestException.Conflict as above
  Answered open(TenantId tenant, UUID receptionistId) {
    return open(tenant, receptionistId, false, "CA" + hex(UUID.randomUUID()));
  }

  private Answered open(TenantId tenant, UUID receptionistId, boolean draft, String callSid) {
    Answered call =
        admission.answer(
            tenant,
            new NewCall(
                callSid,
                null,
                number(tenant, receptionistId),
                receptionistId,
                version(tenant, receptionistId, draft),
                null,
                Engine.REALTIME,
                true));
    if (call.refused() != null) {
      throw busy(); // and with it goes the record
    }
    return call;
  }

  /// Stands for the account at Twilio, which a business need not have to try its receptionist.
  static String accountSid(TenantId tenant) {
    return "AC" + hex(tenant.value());
  }

  private @Nullable Integer version(TenantId tenant, UUID receptionistId, boolean draft) {
    return draft
        ? receptionists.versionOfDraft(tenant, receptionistId).orElse(null)
        : receptionists
            .publishedVersion(tenant, receptionistId)
            .orElseThrow(
                () ->
                    new RequestException.Conflict(
                        "not_published",
                        "Not published",
                        "Callers do not hear this receptionist yet: try its draft."));
  }

  private static RequestException.Conflict busy() {
    return new RequestException.Conflict(
        "limit_reached",
        "Limit reached",
        "The business has as many calls as its plan allows, now or for the time being.");
  }

  /// A number that the receptionist answers, or any other of the business's: it tells where people
  /// call from who give a number without its country.
  private @Nullable E164 number(TenantId tenant, UUID receptionistId) {
    return numbers.findByTenantIdOrderById(tenant).stream()
        .max(Comparator.comparing(number -> receptionistId.equals(number.receptionistId())))
        .map(PhoneNumber::number)
        .orElse(null);
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  @Override
  public String name() {
    return "close_unopened_test_call";
  }

  /// Closes the record of a call whose stream nobody has opened.
  @Override
  public void run(TenantId tenant, UUID callId) {
    Optional<Call> call = log.find(tenant, callId).filter(Call::test);
    if (call.isPresent() && !tokens.wasUsed(tenant, callId)) {
      log.close(tenant, callId, CallState.CANCELED, clock.instant(), null);
    }
  }
}

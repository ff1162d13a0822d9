package io.frontdesk.outreach;

import io.frontdesk.outbox.Job;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.OutgoingCalls;
import io.frontdesk.twilio.Unanswered;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places a call whose time has come: once. That it is tried is written down first, so that one of
/// which nobody knows whether it was dialled is not dialled again.
@Singleton
class PlaceCall implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceCall.class);

  private final Placing placing;
  private final OutgoingCalls twilio;

  PlaceCall(Placing placing, OutgoingCalls twilio) {
    this.placing = placing;
    this.twilio = twilio;
  }

  @Override
  public String name() {
    return "place_call";
  }

  @Override
  public void run(TenantId tenant, UUID id) {
    switch (placing.begin(tenant, id)) {
      case Placing.Step.Done _ -> {}
      case Placing.Step.Wait(var length) -> throw new NotYet(length);
      case Placing.Step.GiveUp(var why) -> placing.failed(tenant, id, why);
      case Placing.Step.Dial(var callId, var order) -> dial(tenant, id, callId, order);
    }
  }

  private void dial(TenantId tenant, UUID id, UUID callId, OutgoingCalls.Order order) {
    String sid;
    try {
      sid = twilio.place(tenant, order);
    } catch (Unanswered e) {
      LOG.warn("Nobody knows whether outbound call {} is being dialled", id, e);
      placing.unanswered(tenant, id);
      throw new NotYet(Placing.LOOK_AGAIN);
    } catch (RequestException.UpstreamFailed e) {
      if (placing.mayTryAgain(tenant, id, String.valueOf(e.getMessage()))) {
        throw new NotYet(Placing.TRY_AGAIN);
      }
      return;
    } catch (RequestException e) {
      placing.failed(tenant, id, String.valueOf(e.getMessage()));
      return;
    }
    placing.dialled(tenant, id, callId, sid);
  }
}

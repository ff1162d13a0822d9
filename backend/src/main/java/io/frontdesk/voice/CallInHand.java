package io.frontdesk.voice;

import io.frontdesk.call.Call;
import io.frontdesk.call.Errand;
import io.frontdesk.conversation.OutboundOpening;
import io.frontdesk.conversation.alarm.Watch;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/// A call on which somebody is on the line, and must be told something now.
///
/// @param call as it stands
/// @param business its name
/// @param receptionist what it is held with
/// @param occasion whether the business is open
/// @param watch what is listened for in the caller's words
/// @param begun whether somebody has spoken for us already: nobody greets twice
public record CallInHand(
    TenantId tenant,
    Call call,
    String business,
    ReceptionistConfig receptionist,
    Occasion occasion,
    Watch watch,
    boolean begun) {
  /// The same call now that the caller has changed to this language.
  public CallInHand speaking(@Nullable String language) {
    return new CallInHand(
        tenant, call, business, receptionist.speaking(language), occasion, watch, begun);
  }

  /// All that is said first, by who can talk then: on a call that the business has placed, who
  /// calls, why, and whether it suits.
  public String opening() {
    Errand errand = call.errand();
    return errand == null
        ? receptionist.opening()
        : OutboundOpening.of(receptionist, business, errand);
  }

  /// The same by who cannot talk and takes a message only: it asks nothing.
  public String introduction() {
    Errand errand = call.errand();
    return errand == null
        ? receptionist.opening()
        : OutboundOpening.introduction(receptionist, business, errand);
  }

  /// Whether the business has placed it.
  public boolean isPlaced() {
    return call.errand() != null;
  }

  /// Whether callers hear to its end what is said at this step of the call, whatever they do
  /// meanwhile: the opening, if the business wants it so or has something to announce.
  public boolean isGuardedAt(int step) {
    return step == 0 && !receptionist.greetingInterruptible();
  }
}

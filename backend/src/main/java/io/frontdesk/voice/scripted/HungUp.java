package io.frontdesk.voice.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallEnding;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.Engine;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.exchange.Exchange;
import io.frontdesk.voice.exchange.Exchanges;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/// Callers who hang up before the script is through have left what they said so far.
@Singleton
class HungUp {
  private final Exchanges exchanges;
  private final MessageKeeping keeping;
  private final CallLog log;
  private final Receptionists receptionists;
  private final ObjectMapper json;

  HungUp(
      Exchanges exchanges,
      MessageKeeping keeping,
      CallLog log,
      Receptionists receptionists,
      ObjectMapper json) {
    this.exchanges = exchanges;
    this.keeping = keeping;
    this.log = log;
    this.receptionists = receptionists;
    this.json = json;
  }

  /// In the transaction that closes the call's record.
  @EventListener
  void ending(CallEnding ending) {
    exchanges
        .latest(ending.tenant(), ending.callId())
        .filter(exchange -> exchange.engine() == Engine.SCRIPTED)
        .ifPresent(
            exchange ->
                log.find(ending.tenant(), ending.callId())
                    .ifPresent(call -> keep(ending.tenant(), call, exchange)));
  }

  private void keep(TenantId tenant, Call call, Exchange exchange) {
    String state = exchange.state();
    if (state != null) {
      var receptionist =
          receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
      keeping.keep(
          tenant, call, Phrases.in(receptionist.languages().getFirst()), read(state).note());
    }
  }

  private State read(String state) {
    try {
      return json.readValue(state, State.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.frontdesk.voice;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.conversation.Prompt;
import io.frontdesk.conversation.Script;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.twilio.TwilioAccounts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Loads what a call needs, off its event loop.
@Singleton
class Preparation {
  private final CallLog log;
  private final Businesses businesses;
  private final Services services;
  private final Receptionists receptionists;
  private final TwilioAccounts accounts;
  private final Ensembles ensembles;
  private final Greetings greetings;
  private final ToolBox tools;
  private final SpeechModels models;
  private final Tenancy tenancy;
  private final Clock clock;

  Preparation(
      CallLog log,
      Businesses businesses,
      Services services,
      Receptionists receptionists,
      TwilioAccounts accounts,
      Ensembles ensembles,
      Greetings greetings,
      ToolBox tools,
      SpeechModels models,
      Tenancy tenancy,
      Clock clock) {
    this.log = log;
    this.businesses = businesses;
    this.services = services;
    this.receptionists = receptionists;
    this.accounts = accounts;
    this.ensembles = ensembles;
    this.greetings = greetings;
    this.tools = tools;
    this.models = models;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Everything about a call that is recorded and not over.
  PreparedCall prepare(TenantId tenant, UUID callId) {
    Call call = log.find(tenant, callId).orElseThrow();
    Business business = tenancy.run(tenant, () -> businesses.of(tenant));
    List<Service> bookable = tenancy.run(tenant, () -> services.offered(tenant));
    ReceptionistConfig receptionist =
        receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
    var prompt = new Prompt(business, receptionist, bookable, call.now(clock), call.from());
    Ensemble ensemble = ensembles.of(receptionist);
    ensemble
        .fallbacks(receptionist, clock.instant())
        .forEach(fallback -> log.fellBack(tenant, callId, fallback));
    var greeting = greetings.find(receptionist);
    return new PreparedCall(
        new OnCall(tenant, callId, business, call.from(), call.to(), call.clockOffset()),
        call.test() ? TestCalls.accountSid(tenant) : accounts.of(tenant).sid(),
        call.callSid(),
        call.startedAt(),
        models.of(tenant, ensemble.speech()),
        ensemble.speech().name(),
        ensemble.session(receptionist, prompt.text(), business.name(), tools.specs()),
        script(receptionist, greeting.isPresent()),
        greeting);
  }

  private static Script script(ReceptionistConfig receptionist, boolean greetingIsRecorded) {
    Script script =
        Script.in(receptionist.languages().getFirst(), receptionist.opening(), greetingIsRecorded);
    return receptionist.greetingInterruptible() ? script : script.guardingTheGreeting();
  }
}

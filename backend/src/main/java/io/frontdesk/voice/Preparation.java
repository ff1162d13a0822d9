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
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Loads what a call needs, off its event loop.
@Singleton
class Preparation {
  private final CallLog log;
  private final Businesses businesses;
  private final Services services;
  private final Receptionists receptionists;
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
    this.ensembles = ensembles;
    this.greetings = greetings;
    this.tools = tools;
    this.models = models;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What the database knows of it.
  private record Known(
      String account,
      Call call,
      Business business,
      List<Service> bookable,
      ReceptionistConfig receptionist,
      Ensemble ensemble) {}

  /// Everything about a call that is recorded and not over.
  ///
  /// @param admission lets it in, in the transaction in which all is read, and tells the account
  /// whose call it is; or throws, and nothing is stored
  /// @return empty if it is not let in
  Optional<PreparedCall> prepare(
      TenantId tenant, UUID callId, Supplier<Optional<String>> admission) {
    return tenancy
        .run(tenant, () -> admission.get().map(account -> read(tenant, callId, account)))
        .map(known -> prepared(tenant, callId, known));
  }

  private PreparedCall prepared(TenantId tenant, UUID callId, Known known) {
    Call call = known.call;
    Business business = known.business;
    ReceptionistConfig receptionist = known.receptionist;
    Ensemble ensemble = known.ensemble;
    var prompt = new Prompt(business, receptionist, known.bookable, call.now(clock), call.from());
    var greeting = greetings.find(tenant, receptionist);
    return new PreparedCall(
        new OnCall(tenant, callId, business, call.from(), call.to(), call.clockOffset()),
        known.account,
        call.callSid(),
        call.startedAt(),
        models.of(tenant, ensemble.speech()),
        ensemble.speech().name(),
        ensemble.session(receptionist, prompt.text(), business.name(), tools.specs()),
        script(receptionist, greeting.isPresent()),
        greeting);
  }

  private Known read(TenantId tenant, UUID callId, String account) {
    Call call = log.find(tenant, callId).orElseThrow();
    ReceptionistConfig receptionist =
        receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
    Ensemble ensemble = ensembles.of(receptionist);
    ensemble
        .fallbacks(receptionist, clock.instant())
        .forEach(fallback -> log.fellBack(tenant, callId, fallback));
    return new Known(
        account, call, businesses.of(tenant), services.offered(tenant), receptionist, ensemble);
  }

  private static Script script(ReceptionistConfig receptionist, boolean greetingIsRecorded) {
    Script script =
        Script.in(receptionist.languages().getFirst(), receptionist.opening(), greetingIsRecorded);
    return receptionist.greetingInterruptible() ? script : script.guardingTheGreeting();
  }
}

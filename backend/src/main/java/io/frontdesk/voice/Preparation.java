package io.frontdesk.voice;

import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResumptions;
import io.frontdesk.call.Errand;
import io.frontdesk.call.Resumption;
import io.frontdesk.call.Turn;
import io.frontdesk.conversation.OfficeClock;
import io.frontdesk.conversation.OutboundOpening;
import io.frontdesk.conversation.Prompt;
import io.frontdesk.conversation.PromptPage;
import io.frontdesk.conversation.Script;
import io.frontdesk.conversation.alarm.Watch;
import io.frontdesk.conversation.tool.CallFile;
import io.frontdesk.conversation.tool.OnCall;
import io.frontdesk.conversation.tool.ToolBox;
import io.frontdesk.conversation.tool.ToolSpec;
import io.frontdesk.receptionist.Law;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.SpeechProvider;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Loads what a call needs, off its event loop.
@Singleton
class Preparation {
  private final CallLog log;
  private final Drills drills;
  private final CallResumptions resumptions;
  private final Businesses businesses;
  private final Services services;
  private final Receptionists receptionists;
  private final Ensembles ensembles;
  private final Greetings greetings;
  private final ToolBox tools;
  private final CallFile file;
  private final SpeechModels models;
  private final SpeechHealth health;
  private final Patience patience;
  private final Duration clockToldEvery;
  private final Tenancy tenancy;
  private final Clock clock;

  Preparation(
      CallLog log,
      Drills drills,
      CallResumptions resumptions,
      Businesses businesses,
      Services services,
      Receptionists receptionists,
      Ensembles ensembles,
      Greetings greetings,
      ToolBox tools,
      CallFile file,
      SpeechModels models,
      SpeechHealth health,
      Patience patience,
      @Property(name = "voice.clock-told-every", defaultValue = "10m") Duration clockToldEvery,
      Tenancy tenancy,
      Clock clock) {
    this.log = log;
    this.drills = drills;
    this.resumptions = resumptions;
    this.businesses = businesses;
    this.services = services;
    this.receptionists = receptionists;
    this.ensembles = ensembles;
    this.greetings = greetings;
    this.tools = tools;
    this.file = file;
    this.models = models;
    this.health = health;
    this.patience = patience;
    this.clockToldEvery = clockToldEvery;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What the database knows of it.
  private record Known(
      String account,
      Call call,
      boolean walks,
      Business business,
      List<Service> bookable,
      ReceptionistConfig receptionist,
      Ensemble ensemble,
      Resumption resumption,
      History history,
      OnCall on,
      SpeechProvider.Reached model,
      Map<String, HoldSentence> toHold,
      List<PromptPage> pages,
      List<ToolSpec> tools) {}

  /// Everything about a call that is recorded and not over.
  ///
  /// @param admission lets it in, in the transaction in which all is read, and tells the account
  /// whose call it is; or throws, and nothing is stored
  /// @return empty if it is not let in
  Optional<PreparedCall> prepare(
      TenantId tenant, UUID callId, Supplier<Optional<String>> admission) {
    return tenancy
        .run(tenant, () -> admission.get().map(account -> read(tenant, callId, account)))
        .map(known -> prepared(tenant, known));
  }

  private PreparedCall prepared(TenantId tenant, Known known) {
    Call call = known.call;
    Business business = known.business;
    ReceptionistConfig receptionist = known.receptionist;
    Ensemble ensemble = known.ensemble;
    var prompt =
        new Prompt(
            business,
            receptionist,
            known.bookable,
            call.now(clock),
            call.party(),
            call.errand(),
            known.pages);
    Errand errand = call.errand();
    boolean goesOn = !known.history.isEmpty();
    var greeting =
        goesOn || errand != null
            ? Optional.<RecordedSpeech>empty()
            : greetings.find(tenant, receptionist);
    return new PreparedCall(
        known.on,
        known.account,
        call.callSid(),
        goesOn ? clock.instant() : call.askedAt(),
        call.test() && !known.walks,
        known.model.model().get(),
        health.of(known.model.key()),
        patience,
        ensemble.speech().name(),
        ensemble.session(receptionist, prompt.text(), business.name(), known.tools),
        goesOn ? resuming(known) : script(known, errand, greeting.isPresent()),
        Watch.of(receptionist, Law.of(business, receptionist)),
        receptionist.limits(),
        new OfficeClock(business, call.clockOffset(), clockToldEvery),
        known.history,
        RecordingNotice.of(business, receptionist).orElse(null),
        new Holding(known.toHold, receptionist.languages().getFirst()),
        greeting);
  }

  private Known read(TenantId tenant, UUID callId, String account) {
    Call call = log.find(tenant, callId).orElseThrow();
    Business business = businesses.of(tenant);
    ReceptionistConfig holding =
        receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
    ReceptionistConfig receptionist =
        AsHeard.at(business, holding, Occasion.of(business, call.now(clock)))
            .speaking(call.language());
    Ensemble ensemble = ensembles.of(receptionist);
    ensemble
        .fallbacks(receptionist, clock.instant())
        .forEach(fallback -> log.fellBack(tenant, callId, fallback));
    Resumption resumption = resumptions.take(tenant, callId);
    OnCall on = OnCall.of(tenant, call, business).speaking(holding.languages());
    List<Turn> turns = log.transcript(tenant, callId);
    return new Known(
        account,
        call,
        call.test() && drills.under(tenant.value(), callId).isPresent(),
        business,
        services.offered(tenant),
        receptionist,
        ensemble,
        resumption,
        new History(turns, log.untold(tenant, callId, turns), resumption.note()),
        on,
        models.of(tenant, ensemble.speech()),
        greetings.toHold(tenant, call.receptionistId(), receptionist),
        file.pages(on),
        tools.specs(on));
  }

  /// What is said first is not the greeting any more.
  private static Script resuming(Known known) {
    String language = known.receptionist.languages().getFirst();
    String sentence = known.resumption.sentence();
    return Script.in(language, sentence == null ? Script.apology(language) : sentence, false);
  }

  private static Script script(Known known, @Nullable Errand errand, boolean openingIsRecorded) {
    ReceptionistConfig receptionist = known.receptionist;
    String opening =
        errand == null
            ? receptionist.opening()
            : OutboundOpening.of(receptionist, known.business.name(), errand);
    Script script = Script.in(receptionist.languages().getFirst(), opening, openingIsRecorded);
    return receptionist.greetingInterruptible() ? script : script.guardingTheGreeting();
  }
}

package io.frontdesk.analysis;

import io.frontdesk.business.Businesses;
import io.frontdesk.call.Call;
import io.frontdesk.call.CallEnded;
import io.frontdesk.call.CallLog;
import io.frontdesk.call.CallResults;
import io.frontdesk.fact.Fact;
import io.frontdesk.fact.Facts;
import io.frontdesk.lead.Heard;
import io.frontdesk.lead.Lead;
import io.frontdesk.lead.LeadField;
import io.frontdesk.lead.Leads;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads every call that has ended, once: its summary, and the lead that it left.
@Singleton
class AnalyseCall implements Job {
  private final Tenancy tenancy;
  private final CallLog log;
  private final CallResults results;
  private final Receptionists receptionists;
  private final Businesses businesses;
  private final Leads leads;
  private final Facts facts;
  private final CallReader reader;
  private final Outbox outbox;

  AnalyseCall(
      Tenancy tenancy,
      CallLog log,
      CallResults results,
      Receptionists receptionists,
      Businesses businesses,
      Leads leads,
      Facts facts,
      CallReader reader,
      Outbox outbox) {
    this.tenancy = tenancy;
    this.log = log;
    this.results = results;
    this.receptionists = receptionists;
    this.businesses = businesses;
    this.leads = leads;
    this.facts = facts;
    this.reader = reader;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "analyse_call";
  }

  @EventListener
  void schedule(CallEnded ended) {
    outbox.soon(this, ended.tenant(), ended.callId());
  }

  @Override
  public void run(TenantId tenant, UUID callId) {
    log.find(tenant, callId)
        .filter(call -> call.analyzedAt() == null)
        .ifPresent(call -> analyse(tenant, call));
  }

  private void analyse(TenantId tenant, Call call) {
    UUID callId = call.id();
    var transcript = new Transcript(log.transcript(tenant, callId));
    if (!transcript.hasCaller()) {
      String summary = call.answeredAt() == null ? "Nobody answered." : "The caller said nothing.";
      results.analyzed(tenant, callId, summary, null, () -> null);
      return;
    }
    // The model is asked outside of any transaction.
    var receptionist = receptionist(tenant, call);
    String business = tenancy.run(tenant, () -> businesses.of(tenant)).name();
    var reading =
        reader.read(
            tenant,
            business,
            receptionist.languages().getFirst(),
            new Form(receptionist.intake()),
            transcript);
    Findings findings = reading.findings();
    results.analyzed(
        tenant,
        callId,
        findings.summary(),
        findings.sentiment(),
        reading.usage(),
        () -> {
          E164 phone = call.test() ? null : phone(call, findings);
          List<Fact> noted = facts.of(tenant, callId);
          return phone == null || (!findings.makeALead() && noted.isEmpty())
              ? null
              : enter(tenant, phone, findings, noted, transcript).id();
        });
  }

  /// What the call was held with.
  private ReceptionistConfig receptionist(TenantId tenant, Call call) {
    return receptionists.holding(tenant, call.receptionistId(), call.receptionistVersion());
  }

  /// The number that rang, or was rung; where it was withheld, the one that the caller gave.
  private static @Nullable E164 phone(Call call, Findings findings) {
    E164 rang = call.party();
    E164 called = call.own();
    String given = findings.phone();
    return rang != null || given == null || called == null
        ? rang
        : E164.near(given, called).orElse(null);
  }

  /// What the caller agreed to during the call counts for more than what is read out of it after.
  private Lead enter(
      TenantId tenant, E164 phone, Findings findings, List<Fact> noted, Transcript transcript) {
    var fields = new LinkedHashMap<String, LeadField>();
    findings
        .answers()
        .forEach(
            (key, answer) ->
                fields.put(key, LeadField.spoken(answer, transcript.turnThatSays(answer))));
    var known = new HashMap<String, String>();
    for (Fact fact : noted) {
      if (Facts.ABOUT_THE_CALLER.contains(fact.key())) {
        known.put(fact.key(), fact.value());
      } else {
        fields.put(fact.key(), LeadField.of(fact, transcript.turnThatSays(fact.said())));
      }
    }
    return leads.heard(
        tenant,
        new Heard(
            phone,
            known.getOrDefault(Facts.NAME, findings.name()),
            known.get(Facts.EMAIL),
            findings.intent(),
            findings.urgency(),
            fields));
  }
}

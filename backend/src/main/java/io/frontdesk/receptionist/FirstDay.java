package io.frontdesk.receptionist;

import io.frontdesk.business.BusinessOpened;
import io.frontdesk.tenancy.E164;
import io.frontdesk.twilio.TwilioConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Gives a new business what it needs to take calls at once: its industry's receptionist,
/// published, something to book and somebody to book it with; in the sandbox also somebody to hand
/// callers over to.
@Singleton
class FirstDay {
  /// In the sandbox: one answers, the other does not.
  private static final List<TransferTarget> PRACTICE =
      List.of(
          TransferTarget.always("Sam", new E164("+12125550120"), "anything"),
          TransferTarget.always("Alex", new E164("+12125550121"), "bills and prices"));

  private final Templates templates;
  private final ReceptionistRepository drafts;
  private final Receptionists receptionists;
  private final Services services;
  private final StaffMembers staff;
  private final TwilioConfiguration twilio;
  private final Clock clock;

  FirstDay(
      Templates templates,
      ReceptionistRepository drafts,
      Receptionists receptionists,
      Services services,
      StaffMembers staff,
      TwilioConfiguration twilio,
      Clock clock) {
    this.templates = templates;
    this.drafts = drafts;
    this.receptionists = receptionists;
    this.services = services;
    this.staff = staff;
    this.twilio = twilio;
    this.clock = clock;
  }

  @EventListener
  void prepare(BusinessOpened opened) {
    var tenant = opened.tenant();
    var template = templates.of(opened.business().industry());
    Instant now = clock.instant();
    var usual = template.receptionist().of(opened.business().name());
    var config = twilio.isStandIn() ? usual.handingOverTo(PRACTICE) : usual;
    var receptionist = drafts.save(Receptionist.first(tenant, config, now));
    receptionists.publish(tenant, receptionist.id());
    for (var offer : template.services()) {
      services.save(Service.offered(tenant, offer, now));
    }
    staff.save(StaffMember.hired(tenant, new StaffMember.Details(template.staff(), null), now));
  }
}

package io.frontdesk.receptionist;

import io.frontdesk.business.BusinessOpened;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Gives a new business what it needs to take calls at once: its industry's receptionist,
/// published, something to book and somebody to book it with.
@Singleton
class FirstDay {
  private final Templates templates;
  private final ReceptionistRepository drafts;
  private final Receptionists receptionists;
  private final Services services;
  private final StaffMembers staff;
  private final Clock clock;

  FirstDay(
      Templates templates,
      ReceptionistRepository drafts,
      Receptionists receptionists,
      Services services,
      StaffMembers staff,
      Clock clock) {
    this.templates = templates;
    this.drafts = drafts;
    this.receptionists = receptionists;
    this.services = services;
    this.staff = staff;
    this.clock = clock;
  }

  @EventListener
  void prepare(BusinessOpened opened) {
    var tenant = opened.tenant();
    var template = templates.of(opened.business().industry());
    Instant now = clock.instant();
    var config = template.receptionist().of(opened.business().name());
    var receptionist = drafts.save(Receptionist.first(tenant, config, now));
    receptionists.publish(tenant, receptionist.id());
    for (var offer : template.services()) {
      services.save(Service.offered(tenant, offer, now));
    }
    staff.save(StaffMember.hired(tenant, new StaffMember.Details(template.staff()), now));
  }
}

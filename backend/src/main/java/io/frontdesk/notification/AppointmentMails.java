package io.frontdesk.notification;

import io.frontdesk.access.notice.Language;
import io.frontdesk.appointment.Appointment;
import io.frontdesk.appointment.AppointmentChanged;
import io.frontdesk.appointment.AppointmentStatus;
import io.frontdesk.appointment.calendar.AppointmentIcs;
import io.frontdesk.business.Business;
import io.frontdesk.business.Businesses;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.Service;
import io.frontdesk.receptionist.Services;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Confirms appointments to whoever comes, where their e-mail address is known: with an invitation
/// that their calendar understands, also when it is moved or cancelled.
@Singleton
class AppointmentMails {
  /// Who had the invitation has it no more, though the appointment stands.
  private static final String PASSED_ON = "appointment_passed_on";

  private final PostOffice postOffice;
  private final MailServer server;
  private final Businesses businesses;
  private final Services services;
  private final Receptionists receptionists;
  private final Clock clock;

  AppointmentMails(
      PostOffice postOffice,
      MailServer server,
      Businesses businesses,
      Services services,
      Receptionists receptionists,
      Clock clock) {
    this.postOffice = postOffice;
    this.server = server;
    this.businesses = businesses;
    this.services = services;
    this.receptionists = receptionists;
    this.clock = clock;
  }

  @EventListener
  void write(AppointmentChanged changed) {
    Appointment after = changed.after();
    if (after.endsAt().isAfter(clock.instant())) {
      Appointment stood = standing(changed.before());
      String invited = stood == null ? null : stood.email();
      String address = after.email();
      if (standing(after) == null) {
        tell(changed.tenant(), "appointment_cancelled", after, invited);
      } else if (stood == null || !Objects.equals(invited, address)) {
        tell(changed.tenant(), PASSED_ON, after, invited);
        tell(changed.tenant(), "appointment_booked", after, address);
      } else if (!stood.startsAt().equals(after.startsAt())) {
        tell(changed.tenant(), "appointment_moved", after, address);
      }
    }
  }

  private static @Nullable Appointment standing(@Nullable Appointment appointment) {
    return appointment != null && appointment.status() == AppointmentStatus.BOOKED
        ? appointment
        : null;
  }

  private void tell(
      TenantId tenant, String kind, Appointment appointment, @Nullable String address) {
    if (address == null) {
      return;
    }
    Business business = businesses.of(tenant);
    var wording = new Wording(language(tenant));
    Locale locale = wording.language().locale();
    ZonedDateTime at = appointment.startsAt().atZone(business.timeZone());
    String service =
        services.findByTenantIdAndId(tenant, appointment.serviceId()).map(Service::name).orElse("");
    var gaps =
        Map.of(
            "name", appointment.name(),
            "business", business.name(),
            "service", service,
            "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).localizedBy(locale).format(at),
            "time",
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).localizedBy(locale).format(at),
            "zone", business.timeZone().getDisplayName(TextStyle.FULL, locale));
    var letter =
        new Note(
            locale.getLanguage(),
            business.name(),
            wording.of(kind + ".text", gaps),
            wording.of(kind + ".otherwise", gaps),
            wording.of("footer", gaps));
    var entry = new AppointmentIcs.Entry(appointment, service + ", " + business.name(), "");
    var parties = new AppointmentIcs.Parties(server.address(), business.name(), address);
    var invitation =
        kind.equals(PASSED_ON)
            ? AppointmentIcs.withdrawal(entry, parties)
            : AppointmentIcs.invitation(entry, parties);
    Instant until = appointment.endsAt();
    postOffice.send(
        tenant,
        address,
        new MailWriter.Written(
            wording.of(kind + ".subject", gaps),
            new MailBody(letter.text(), letter.html(), invitation)),
        until);
  }

  /// The usual one of whoever answers the telephone.
  private Language language(TenantId tenant) {
    var languages = receptionists.answering(tenant, null).config().languages();
    return Language.of(languages.isEmpty() ? null : languages.getFirst());
  }
}

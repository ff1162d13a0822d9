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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Confirms appointments to whoever comes, where their e-mail address is known: with an invitation
/// that their calendar understands, also when it is moved or cancelled.
@Singleton
class AppointmentMails {
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
    Optional<String> kind = kind(changed.before(), after);
    String address = after.email();
    if (kind.isPresent() && address != null && after.endsAt().isAfter(clock.instant())) {
      write(changed.tenant(), kind.get(), after, address);
    }
  }

  /// What there is to tell; empty if nothing that matters to whoever comes was changed.
  private static Optional<String> kind(@Nullable Appointment before, Appointment after) {
    boolean stood = before != null && before.status() == AppointmentStatus.BOOKED;
    if (after.status() != AppointmentStatus.BOOKED) {
      return stood ? Optional.of("appointment_cancelled") : Optional.empty();
    }
    if (before == null || !stood || !Objects.equals(before.email(), after.email())) {
      return Optional.of("appointment_booked");
    }
    return before.startsAt().equals(after.startsAt())
        ? Optional.empty()
        : Optional.of("appointment_moved");
  }

  private void write(TenantId tenant, String kind, Appointment appointment, String address) {
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
    var invitation =
        AppointmentIcs.invitation(
            new AppointmentIcs.Entry(appointment, service + ", " + business.name(), ""),
            new AppointmentIcs.Parties(server.address(), business.name(), address));
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

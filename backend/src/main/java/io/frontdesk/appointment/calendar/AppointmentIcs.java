package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.Appointment;
import io.frontdesk.appointment.AppointmentStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Appointments as iCalendar writes them. Each keeps its UID for as long as it lives, and has a
/// higher SEQUENCE after every change.
/// Source: https://www.rfc-editor.org/rfc/rfc5545 and https://www.rfc-editor.org/rfc/rfc5546
public final class AppointmentIcs {
  private AppointmentIcs() {}

  /// An appointment in words.
  ///
  /// @param title one line
  /// @param about more about it; empty for nothing
  public record Entry(Appointment appointment, String title, String about) {}

  /// Who invites, and who is invited: mail addresses without names.
  public record Parties(String organizer, String organizerName, String attendee) {}

  /// What a calendar program reads from time to time.
  static String feed(String name, List<Entry> entries) {
    Calendar calendar = empty(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    entries.forEach(
        entry ->
            calendar.add(event(entry, entry.appointment().status() == AppointmentStatus.BOOKED)));
    return written(calendar);
  }

  /// What is mailed to whoever comes: METHOD is REQUEST while the appointment stands, else CANCEL.
  public static Invitation invitation(Entry entry, Parties parties) {
    return mailed(entry, parties, entry.appointment().status() == AppointmentStatus.BOOKED);
  }

  /// What is mailed to whoever was invited and is not any more, though the appointment stands.
  public static Invitation withdrawal(Entry entry, Parties parties) {
    return mailed(entry, parties, false);
  }

  private static Invitation mailed(Entry entry, Parties parties, boolean stands) {
    var method = stands ? ImmutableMethod.REQUEST : ImmutableMethod.CANCEL;
    Calendar calendar = empty(method);
    VEvent event = event(entry, stands);
    var organizer = new Organizer(URI.create("mailto:" + parties.organizer()));
    organizer.add(new Cn(parties.organizerName()));
    event.add(organizer);
    event.add(new Attendee(URI.create("mailto:" + parties.attendee())));
    calendar.add(event);
    return new Invitation(method.getValue(), written(calendar));
  }

  /// A part of a mail.
  ///
  /// @param method as the part's content type has to say it, too
  public record Invitation(String method, String text) {}

  private static Calendar empty(Property method) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Frontdesk//Appointments//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(method);
    return calendar;
  }

  private static VEvent event(Entry entry, boolean stands) {
    Appointment appointment = entry.appointment();
    var event = new VEvent(appointment.startsAt(), appointment.endsAt(), entry.title());
    event.add(new Uid(appointment.id() + "@frontdesk"));
    event.add(new Sequence((int) appointment.version()));
    event.add(stands ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
    if (!entry.about().isEmpty()) {
      event.add(new Description(entry.about()));
    }
    return event;
  }

  private static String written(Calendar calendar) {
    var text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

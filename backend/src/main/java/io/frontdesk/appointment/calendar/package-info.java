/// Calendars that are kept elsewhere: those whose busy times are read here, each by its own
/// [BusyTimes][io.frontdesk.appointment.BusyTimes], and the feed in which other programs read ours.
/// Uses `appointment`, `receptionist`, `business`, `audit`, `outbox`, `secrets`, `web`, `tenancy`
/// and, for iCalendar's syntax and recurrence rules, ical4j.
@NullMarked
package io.frontdesk.appointment.calendar;

import org.jspecify.annotations.NullMarked;

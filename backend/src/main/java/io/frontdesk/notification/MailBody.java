package io.frontdesk.notification;

import io.frontdesk.appointment.calendar.AppointmentIcs.Invitation;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// The same words twice, and what a calendar understands of them.
///
/// @param invitation null if it is about no appointment
@Introspected
record MailBody(String text, String html, @Nullable Invitation invitation) {}

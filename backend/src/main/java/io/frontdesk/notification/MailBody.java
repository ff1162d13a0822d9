package io.frontdesk.notification;

import io.micronaut.core.annotation.Introspected;

/// The same words twice.
@Introspected
record MailBody(String text, String html) {}

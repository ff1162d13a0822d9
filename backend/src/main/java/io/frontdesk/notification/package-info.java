/// What is sent to people: mails for now. Uses `access`, `twilio` for the service's own address,
/// and what is below them.
@NullMarked
package io.frontdesk.notification;

import org.jspecify.annotations.NullMarked;

/// What people are told by mail about their place here; the room that writes mails listens. Uses
/// `web` and `tenancy`.
@NullMarked
package io.frontdesk.access.notice;

import org.jspecify.annotations.NullMarked;

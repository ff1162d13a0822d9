/// What tests of several rooms need: the database, the service as a process, its users. May use
/// `database`, `tenancy`, `twilio` for its configuration, and the libraries.
@NullMarked
package io.frontdesk.testing;

import org.jspecify.annotations.NullMarked;

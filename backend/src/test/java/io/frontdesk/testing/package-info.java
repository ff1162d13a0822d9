/// What tests of several rooms need: the database and the service as a process. May use
/// `database` and the libraries.
@NullMarked
package io.frontdesk.testing;

import org.jspecify.annotations.NullMarked;

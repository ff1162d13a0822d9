/// What callers mean by the days and times they say, and how such times are said back to them.
/// English for now. Pure: takes the clock as an argument, and uses nothing of ours.
@NullMarked
package io.frontdesk.appointment.spoken;

import org.jspecify.annotations.NullMarked;

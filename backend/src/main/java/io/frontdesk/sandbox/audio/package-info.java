/// Sound of the stand-ins: speech that people can hear and that carries its own words in the lowest
/// bit of its samples. It may use the JDK and FreeTTS, and nothing of ours.
@NullMarked
package io.frontdesk.sandbox.audio;

import org.jspecify.annotations.NullMarked;

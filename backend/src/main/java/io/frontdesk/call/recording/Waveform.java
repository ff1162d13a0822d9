package io.frontdesk.call.recording;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// How loud each party was, all over the recording: as many values as there are, from 0 to 100,
/// each of an equal part of its time.
///
/// @param receptionist empty where only the caller was recorded
@Introspected
public record Waveform(List<Integer> caller, List<Integer> receptionist) {}

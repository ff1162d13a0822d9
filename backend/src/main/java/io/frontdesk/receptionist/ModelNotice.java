package io.frontdesk.receptionist;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;

/// A receptionist answers with a model that will not be served much longer.
///
/// @param model what is chosen
/// @param endsOn the first day on which it is not served any more
/// @param servedBy what answers from then on
/// @param isGone whether that day has come
@Introspected
record ModelNotice(
    UUID receptionistId,
    String receptionistName,
    String model,
    LocalDate endsOn,
    String servedBy,
    boolean isGone) {}

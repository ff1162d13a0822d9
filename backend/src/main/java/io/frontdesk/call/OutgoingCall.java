package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import java.util.UUID;

/// A call that the business places.
///
/// @param from the business's own number, which is shown
/// @param receptionistVersion that speaks
public record OutgoingCall(
    E164 from,
    E164 to,
    UUID receptionistId,
    int receptionistVersion,
    Engine engine,
    Errand errand) {}

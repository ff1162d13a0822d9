package io.frontdesk.receptionist;

import java.util.UUID;

/// What a call is held with.
public record PublishedReceptionist(
    UUID receptionistId, int versionNumber, ReceptionistConfig config) {}

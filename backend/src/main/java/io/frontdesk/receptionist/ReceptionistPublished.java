package io.frontdesk.receptionist;

import io.frontdesk.tenancy.TenantId;
import java.util.UUID;

/// A version is what calls use from now on. Published inside the transaction that makes it so.
public record ReceptionistPublished(
    TenantId tenant, UUID receptionistId, int number, ReceptionistConfig config) {}

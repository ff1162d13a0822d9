package io.frontdesk.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// What tools have done on a call already, for whoever is asked to do the same again: a model that
/// asks twice under two ids, a node that takes a call over. Opens the tenant's door, or joins it.
@Singleton
public class DoneBefore {
  private final Receipts receipts;
  private final StoredJson json;
  private final Tenancy tenancy;

  DoneBefore(Receipts receipts, StoredJson json, Tenancy tenancy) {
    this.receipts = receipts;
    this.json = json;
    this.tenancy = tenancy;
  }

  /// What the same wish was answered with: the same tool, done with the same arguments on the same
  /// call, and nothing of it taken back since.
  ///
  /// @param takingBack the tools that take back what others did; may be empty
  public Optional<JsonNode> sameWish(
      TenantId tenant,
      UUID callId,
      String tool,
      JsonNode arguments,
      Collection<String> takingBack) {
    return tenancy.run(
        tenant,
        () ->
            receipts
                .sameWish(
                    tenant.value(),
                    callId,
                    tool,
                    json.write(arguments),
                    String.join(",", takingBack))
                .map(json::read));
  }
}

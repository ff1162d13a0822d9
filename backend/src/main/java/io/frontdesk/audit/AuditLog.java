package io.frontdesk.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Writes down who changed what. Nothing that is written is ever altered.
@Singleton
public class AuditLog {
  private final AuditEvents events;
  private final ObjectMapper json;
  private final Clock clock;

  AuditLog(AuditEvents events, ObjectMapper json, Clock clock) {
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  /// Adds a line in the tenant's transaction that is open, so that the change and its line come to
  /// be together or not at all. An update that altered nothing is no change.
  public void record(TenantId tenant, Actor actor, Change change) {
    var differences = Difference.between(tree(change.before()), tree(change.after()));
    if (differences.isEmpty() && change.action().equals(Change.UPDATE)) {
      return;
    }
    events.save(
        new AuditEvent(
            UuidCreator.getTimeOrderedEpoch(),
            tenant,
            named(tenant, actor),
            change.action(),
            change.resource(),
            change.id(),
            differences,
            clock.instant()));
  }

  /// What whoever acts is called: an e-mail address, or a program's name; null if nobody knows.
  public @Nullable String nameOf(TenantId tenant, Actor actor) {
    return named(tenant, actor).name();
  }

  private Actor named(TenantId tenant, Actor actor) {
    return actor.id() == null || actor.name() != null
        ? actor
        : actor.named(events.nameOf(tenant.value(), actor.id()).orElse(null));
  }

  private JsonNode tree(@Nullable Object value) {
    return value == null ? MissingNode.getInstance() : json.valueToTree(value);
  }
}

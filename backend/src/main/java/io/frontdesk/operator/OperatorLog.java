package io.frontdesk.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.audit.AuditLog;
import io.frontdesk.audit.Change;
import io.frontdesk.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what operators do, in the transaction in which it is done: for the installation,
/// and, where it is about a tenant, in that tenant's own log too.
@Singleton
class OperatorLog {
  private final OperatorActions actions;
  private final AuditLog audit;
  private final ObjectMapper json;
  private final Clock clock;

  OperatorLog(OperatorActions actions, AuditLog audit, ObjectMapper json, Clock clock) {
    this.actions = actions;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  void did(Operator operator, String action, Map<String, ?> details) {
    save(operator, action, null, details);
  }

  void did(Operator operator, TenantId tenant, String action, Map<String, ?> details) {
    save(operator, action, tenant.value(), details);
    audit.record(tenant, operator.actor(), Change.done(action, "tenant", tenant.value(), details));
  }

  private void save(
      Operator operator, String action, @Nullable UUID tenant, Map<String, ?> details) {
    actions.save(
        new OperatorAction(
            UuidCreator.getTimeOrderedEpoch(),
            operator.name(),
            operator.address(),
            action,
            tenant,
            json.valueToTree(details),
            clock.instant()));
  }
}

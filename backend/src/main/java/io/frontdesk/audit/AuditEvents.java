package io.frontdesk.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lines of the audit log: they can be added and read, and the database lets the service do
/// nothing else with them.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface AuditEvents extends GenericRepository<AuditEvent, UUID> {
  AuditEvent save(AuditEvent event);

  /// What a person or a program is called now. Both belong to the room above, which is why they are
  /// only looked up here.
  @Query(
      value =
          """
          select email as name from platform."user" where id = :actor
          union all
          select name from tenant.api_client where tenant_id = :tenant and id = :actor\
          """,
      nativeQuery = true)
  Optional<String> nameOf(UUID tenant, UUID actor);

  @Query(
      value =
          """
          select * from tenant.audit_event
            where tenant_id = :tenant and id < :before
              and created_at > :after and created_at < :until
              and (cast(:action as text) is null or action = :action)
              and (cast(:resource as text) is null or resource = :resource)
              and (cast(:resourceId as uuid) is null or resource_id = :resourceId)
              and (cast(:actor as text) is null or actor_kind = :actor)
              and (cast(:actorId as uuid) is null or actor_id = :actorId)
            order by id desc limit :limit\
          """,
      nativeQuery = true)
  List<AuditEvent> newestFirst(
      UUID tenant,
      @Nullable String action,
      @Nullable String resource,
      @Nullable UUID resourceId,
      @Nullable String actor,
      @Nullable UUID actorId,
      Instant after,
      Instant until,
      UUID before,
      int limit);
}

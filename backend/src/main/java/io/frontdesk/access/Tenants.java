package io.frontdesk.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/// The tenants and who belongs to them.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Tenants extends GenericRepository<User, UUID> {
  @Query("insert into platform.tenant (id, name, created_at) values (:tenant, :name, :createdAt)")
  void add(UUID tenant, String name, Instant createdAt);

  @Query(
      """
      insert into tenant.membership (tenant_id, id, user_id, role, created_at)
      values (:tenant, :id, :userId, :role, :createdAt)\
      """)
  void addMember(UUID tenant, UUID id, UUID userId, String role, Instant createdAt);
}

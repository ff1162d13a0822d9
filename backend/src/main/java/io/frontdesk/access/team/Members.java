package io.frontdesk.access.team;

import io.frontdesk.access.Role;
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

/// Who works with which business.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Members extends GenericRepository<Member, UUID> {
  /// Waits until nobody else is changing this team, until the transaction ends: of two owners who
  /// demote one another at once, one finds that the other came first.
  @Query(value = "select id from platform.tenant where id = :tenant for update", nativeQuery = true)
  UUID lockTeam(UUID tenant);

  @Query(
      value =
          """
          select m.id, m.user_id, u.name, u.email, m.role, m.version, m.created_at
            from tenant.membership m join platform."user" u on u.id = m.user_id
            where m.tenant_id = :tenant and (cast(:before as uuid) is null or m.id < :before)
            order by m.id desc limit :limit\
          """,
      nativeQuery = true)
  List<Member> newestFirst(UUID tenant, @Nullable UUID before, int limit);

  @Query(
      value =
          """
          select m.id, m.user_id, u.name, u.email, m.role, m.version, m.created_at
            from tenant.membership m join platform."user" u on u.id = m.user_id
            where m.tenant_id = :tenant and m.id = :id\
          """,
      nativeQuery = true)
  Optional<Member> find(UUID tenant, UUID id);

  @Query(
      value =
          """
          select m.id, m.user_id, u.name, u.email, m.role, m.version, m.created_at
            from tenant.membership m join platform."user" u on u.id = m.user_id
            where m.tenant_id = :tenant and m.user_id = :user\
          """,
      nativeQuery = true)
  Optional<Member> findPerson(UUID tenant, UUID user);

  @Query("select count(*) from tenant.membership where tenant_id = :tenant and role = 'owner'")
  int owners(UUID tenant);

  /// @return how many joined: 0 if they belong to the team already
  @Query(
      """
      insert into tenant.membership (tenant_id, id, user_id, role, created_at)
        values (:tenant, :id, :user, :role, :at) on conflict (tenant_id, user_id) do nothing\
      """)
  int add(UUID tenant, UUID id, UUID user, Role role, Instant at);

  @Query(
      """
      update tenant.membership set role = :role, version = version + 1
        where tenant_id = :tenant and id = :id\
      """)
  int changeRole(UUID tenant, UUID id, Role role);

  @Query("delete from tenant.membership where tenant_id = :tenant and id = :id")
  int remove(UUID tenant, UUID id);
}

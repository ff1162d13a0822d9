package io.frontdesk.caller;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
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

/// The numbers whose calls are treated otherwise. Needs the tenant's door to be open.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface KnownCallers extends GenericRepository<KnownCaller, UUID> {
  Optional<KnownCaller> findByTenantIdAndId(TenantId tenant, UUID id);

  Optional<KnownCaller> findByTenantIdAndNumber(TenantId tenant, E164 number);

  /// @return 1, or 0 if the number is known already
  @Query(
      """
      insert into tenant.known_caller (tenant_id, id, number, treatment, note, created_at, updated_at)
        values (:tenant, :id, :number, :treatment, :note, :now, :now)
        on conflict (tenant_id, number) do nothing\
      """)
  int add(
      UUID tenant, UUID id, E164 number, Treatment treatment, @Nullable String note, Instant now);

  /// One of them, kept from others until the transaction ends: calls are counted meanwhile.
  @Query("select * from tenant.known_caller where tenant_id = :tenant and id = :id for update")
  Optional<KnownCaller> lock(UUID tenant, UUID id);

  KnownCaller update(KnownCaller caller);

  int deleteByTenantIdAndId(TenantId tenant, UUID id);

  @Query(
      """
      select * from tenant.known_caller
        where tenant_id = :tenant and id < :before order by id desc limit :limit\
      """)
  List<KnownCaller> newestFirst(UUID tenant, UUID before, int limit);

  /// One more call came; the same call once.
  @Query(
      """
      update tenant.known_caller
        set calls = calls + 1, last_call_at = :at, last_call_sid = :callSid
        where tenant_id = :tenant and id = :id and last_call_sid is distinct from :callSid\
      """)
  void called(UUID tenant, UUID id, String callSid, Instant at);
}

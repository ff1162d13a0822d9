package io.frontdesk.call;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rows of what models did for calls.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Usages extends GenericRepository<Call, UUID> {
  @Query(
      """
      insert into tenant.call_usage (tenant_id, id, call_id, kind, model, tokens, created_at)
        values (:tenant, :id, :call, :kind, :model, cast(:tokens as jsonb), :createdAt)
        on conflict (tenant_id, id) do nothing\
      """)
  int add(
      UUID tenant, UUID id, UUID call, String kind, String model, String tokens, Instant createdAt);

  @Query(
      value =
          """
          select id, kind, model, tokens from tenant.call_usage
            where tenant_id = :tenant and call_id = :call order by created_at, id\
          """,
      nativeQuery = true)
  List<Usage> of(UUID tenant, UUID call);

  @Query(
      value =
          """
          select started_at,
                 engine = 'realtime' or fallbacks @> '[{"kind": "engine", "from": "realtime"}]'
                   as speech,
                 engine = 'turn_based' or fallbacks @> '[{"kind": "engine", "from": "turn_based"}]'
                   as chat
            from tenant.call where tenant_id = :tenant and id = :id\
          """,
      nativeQuery = true)
  Talked talked(UUID tenant, UUID id);

  /// What is known of the carrier's charge.
  @Query(
      value =
          """
          select telephone_micros as amount_micros, telephone_currency as currency,
                 telephone_never as never, test as none
            from tenant.call where tenant_id = :tenant and id = :id\
          """,
      nativeQuery = true)
  TelephoneCharge telephone(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call set telephone_micros = :amountMicros, telephone_currency = :currency
        where tenant_id = :tenant and id = :id\
      """)
  int charged(UUID tenant, UUID id, long amountMicros, String currency);

  @Query(
      """
      update tenant.call set telephone_never = true where tenant_id = :tenant and id = :id\
      """)
  int notCharged(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call set cost = cast(:cost as jsonb) where tenant_id = :tenant and id = :id\
      """)
  int price(UUID tenant, UUID id, String cost);
}

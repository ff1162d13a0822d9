package io.frontdesk.live;

import io.frontdesk.call.Call;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rows of tickets that nobody has used.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface LiveTicketRepository extends GenericRepository<Call, UUID> {
  @Query(
      """
      insert into platform.live_ticket (hash, tenant_id, expires_at)
        values (decode(:hash, 'hex'), :tenant, :expiresAt)\
      """)
  int add(String hash, UUID tenant, Instant expiresAt);

  @Query("delete from platform.live_ticket where tenant_id = :tenant and expires_at <= :now")
  int forgetExpired(UUID tenant, Instant now);

  /// Takes the ticket away.
  ///
  /// @return whose it was, for the first one who comes in time; nobody for everybody else
  @Query(
      value =
          """
          with used as (
            delete from platform.live_ticket
              where hash = decode(:hash, 'hex') and expires_at > :now returning tenant_id)
          select tenant_id from used\
          """,
      nativeQuery = true)
  List<UUID> use(String hash, Instant now);
}

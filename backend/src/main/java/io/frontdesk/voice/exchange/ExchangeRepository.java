package io.frontdesk.voice.exchange;

import io.frontdesk.call.Call;
import io.frontdesk.call.Engine;
import io.frontdesk.web.WireName;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of what was heard and answered.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ExchangeRepository extends GenericRepository<Call, UUID> {
  /// An [Exchange], with its engine's name.
  @Introspected
  record Row(
      int step, String engine, @Nullable String state, @Nullable String answer, Instant takenAt) {
    Exchange exchange() {
      Engine by =
          Arrays.stream(Engine.values())
              .filter(one -> WireName.of(one).equals(engine))
              .findFirst()
              .orElseThrow();
      return new Exchange(step, by, state, answer, takenAt);
    }
  }

  /// Waits for whoever takes the same step at this moment.
  ///
  /// @return 1, or 0 if somebody else has taken it
  @Query(
      """
      insert into tenant.call_exchange (tenant_id, id, call_id, step, engine, taken_at)
        values (:tenant, :id, :call, :step, :engine, :now)
        on conflict (tenant_id, call_id, step) do nothing\
      """)
  int take(UUID tenant, UUID id, UUID call, int step, Engine engine, Instant now);

  /// @return 1, or 0 if it was taken anew, or answered, meanwhile
  @Query(
      """
      update tenant.call_exchange set taken_at = :now
        where tenant_id = :tenant and call_id = :call and step = :step and taken_at = :takenAt
          and twiml is null\
      """)
  int takeAnew(UUID tenant, UUID call, int step, Instant takenAt, Instant now);

  /// @return 1, or 0 if it is answered
  @Query(
      """
      update tenant.call_exchange set taken_at = :now
        where tenant_id = :tenant and call_id = :call and step = :step and twiml is null\
      """)
  int atWork(UUID tenant, UUID call, int step, Instant now);

  /// @return 1, or 0 if it was answered before, or another step came after it
  @Query(
      """
      update tenant.call_exchange set state = cast(:standing as jsonb), twiml = :answer
        where tenant_id = :tenant and call_id = :call and step = :step and twiml is null
          and not exists (select from tenant.call_exchange later
                            where later.tenant_id = :tenant and later.call_id = :call
                              and later.step > :step)\
      """)
  int answer(UUID tenant, UUID call, int step, String standing, String answer);

  @Query(
      value =
          """
          select step, engine, cast(state as text) as state, twiml as answer, taken_at
            from tenant.call_exchange
            where tenant_id = :tenant and call_id = :call and step = :step\
          """,
      nativeQuery = true)
  Optional<Row> at(UUID tenant, UUID call, int step);

  @Query(
      value =
          """
          select step, engine, cast(state as text) as state, twiml as answer, taken_at
            from tenant.call_exchange where tenant_id = :tenant and call_id = :call
            order by step desc limit 1\
          """,
      nativeQuery = true)
  Optional<Row> latest(UUID tenant, UUID call);
}

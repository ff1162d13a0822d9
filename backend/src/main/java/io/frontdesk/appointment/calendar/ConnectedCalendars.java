package io.frontdesk.appointment.calendar;

import io.frontdesk.appointment.Busy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.core.annotation.Introspected;
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

/// The calendars that are connected, and when their owners are busy.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ConnectedCalendars extends GenericRepository<ConnectedCalendar, UUID> {
  ConnectedCalendar save(ConnectedCalendar calendar);

  Optional<ConnectedCalendar> findByTenantIdAndId(TenantId tenant, UUID id);

  void delete(ConnectedCalendar calendar);

  long countByTenantId(TenantId tenant);

  @Query(
      """
      select * from tenant.calendar where tenant_id = :tenantId and id < :before
        order by id desc limit :most\
      """)
  List<ConnectedCalendar> newestFirst(TenantId tenantId, UUID before, int most);

  /// It was read: problem and notice are null if there is none.
  @Query(
      """
      update tenant.calendar set read_at = :readAt, problem = null, notice = :notice
        where tenant_id = :tenantId and id = :id\
      """)
  void wasRead(TenantId tenantId, UUID id, Instant readAt, @Nullable String notice);

  /// It could not be read: what was read before still counts.
  @Query("update tenant.calendar set problem = :problem where tenant_id = :tenantId and id = :id")
  void failed(TenantId tenantId, UUID id, String problem);

  @Query("delete from tenant.busy_time where tenant_id = :tenantId and calendar_id = :calendarId")
  void forget(TenantId tenantId, UUID calendarId);

  /// @param times a JSON array of objects with `id`, `starts_at` and `ends_at`
  @Query(
      """
      insert into tenant.busy_time (tenant_id, id, calendar_id, starts_at, ends_at)
        select :tenantId, t.id, :calendarId, t.starts_at, t.ends_at
          from jsonb_to_recordset(cast(:times as jsonb))
            as t(id uuid, starts_at timestamptz, ends_at timestamptz)\
      """)
  void remember(TenantId tenantId, UUID calendarId, String times);

  /// When one of the staff is busy between two times, as the calendars say that are theirs or
  /// everybody's.
  @Query(
      value =
          """
          select b.starts_at, b.ends_at from tenant.busy_time b
              join tenant.calendar c on c.tenant_id = b.tenant_id and c.id = b.calendar_id
            where b.tenant_id = :tenant and (c.staff_id is null or c.staff_id = :staff)
              and b.starts_at < :until and b.ends_at > :from
            order by b.starts_at\
          """,
      nativeQuery = true)
  List<Busy> busy(UUID tenant, UUID staff, Instant from, Instant until);

  /// Whose a feed is.
  @Introspected
  record Feed(UUID tenantId, UUID id) {}

  /// @param tokenHash of the token in its address
  @Query(value = "select tenant_id, id from platform.calendar_feed(:tokenHash)", nativeQuery = true)
  Optional<Feed> feed(String tokenHash);
}

package io.frontdesk.appointment;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of appointments.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Appointments extends GenericRepository<Appointment, UUID> {
  @Query(
      """
      select * from tenant.appointment
        where tenant_id = :tenantId and id = :id and status <> 'held'\
      """)
  Optional<Appointment> findByTenantIdAndId(TenantId tenantId, UUID id);

  /// Takes a time unless it would overlap what the same person has or holds: the table's constraint
  /// decides, and the transaction stays usable.
  ///
  /// @param heldUntil null if it is booked rather than held
  /// @return how many were taken: 0 or 1
  @Query(
      """
      insert into tenant.appointment
          (tenant_id, id, service_id, staff_id, call_id, starts_at, ends_at, blocked_from,
           blocked_until, name, phone, email, reason, status, held_until, created_at, updated_at)
        values (:tenantId, :id, :serviceId, :staffId, :callId, :startsAt, :endsAt, :blockedFrom,
                :blockedUntil, :name, :phone, :email, :reason,
                case when cast(:heldUntil as timestamptz) is null then 'booked' else 'held' end,
                :heldUntil, :createdAt,
                :createdAt)
        on conflict do nothing\
      """)
  int take(
      TenantId tenantId,
      UUID id,
      UUID serviceId,
      UUID staffId,
      @Nullable UUID callId,
      Instant startsAt,
      Instant endsAt,
      Instant blockedFrom,
      Instant blockedUntil,
      String name,
      @Nullable E164 phone,
      @Nullable String email,
      @Nullable String reason,
      @Nullable Instant heldUntil,
      Instant createdAt);

  /// Waits until nobody else gives or takes time of these members of staff, until the transaction
  /// ends. Always in the same order, so that of two who want each other's time one waits for the
  /// other, and never both.
  @Query(
      value =
          """
          select id from tenant.staff where tenant_id = :tenant and id in (:staff)
            order by id for update\
          """,
      nativeQuery = true)
  List<UUID> takeTurns(UUID tenant, Collection<UUID> staff);

  Appointment update(Appointment appointment);

  /// Lets an appointment's time go, or takes it back: whoever else wants it meanwhile waits for the
  /// end of the transaction.
  @Query(
      """
      update tenant.appointment set status = :status where tenant_id = :tenantId and id = :id\
      """)
  void set(TenantId tenantId, UUID id, AppointmentStatus status);

  /// Lets go what was held for too long, or for this call. What another transaction is letting go
  /// is left to it.
  ///
  /// @param callId null for none
  /// @return how many times were let go
  @Query(
      """
      delete from tenant.appointment
        where tenant_id = :tenantId and id in
          (select id from tenant.appointment
             where tenant_id = :tenantId and status = 'held'
               and (held_until <= :now or call_id = :callId)
             for update skip locked)\
      """)
  int release(TenantId tenantId, @Nullable UUID callId, Instant now);

  /// Lets go one time that was held.
  @Query(
      """
      delete from tenant.appointment
        where tenant_id = :tenantId and id = :id and status = 'held'\
      """)
  int letGo(TenantId tenantId, UUID id);

  /// What of one of the staff's time is taken between two times, booked or held, earliest first.
  ///
  /// @param but an appointment that is left out; null for none
  /// @param callId whose holds are left out; null for none
  @Query(
      value =
          """
          select blocked_from as starts_at, blocked_until as ends_at from tenant.appointment
            where tenant_id = :tenant and staff_id = :staff
              and blocked_from < :until and blocked_until > :from
              and (status = 'booked' or status = 'held' and held_until > :now
                   and call_id is distinct from cast(:callId as uuid))
              and id is distinct from cast(:but as uuid)
            order by blocked_from\
          """,
      nativeQuery = true)
  List<Busy> taken(
      UUID tenant,
      UUID staff,
      Instant from,
      Instant until,
      @Nullable UUID but,
      @Nullable UUID callId,
      Instant now);

  /// What was booked on a call, or for one of somebody's numbers, or from it, and is not over yet,
  /// earliest first.
  ///
  /// @param status whether it stands or is cancelled
  /// @param number null for none
  @Query(
      """
      select a.* from tenant.appointment a
        where tenant_id = :tenantId and status = :status and ends_at > :now
          and (call_id = :callId
               or phone in (select tenant.numbers_of(:tenantId, cast(:number as text)))
               or exists (select from tenant.call c
                            where c.tenant_id = a.tenant_id and c.id = a.call_id
                              and c.direction = 'inbound' and not c.test
                              and c.from_number in
                                (select tenant.numbers_of(:tenantId, cast(:number as text)))))
        order by starts_at limit 20\
      """)
  List<Appointment> ofCaller(
      TenantId tenantId,
      AppointmentStatus status,
      UUID callId,
      @Nullable String number,
      Instant now);

  /// The times that are held for a call, earliest first.
  @Query(
      value =
          """
          select distinct starts_at from tenant.appointment
            where tenant_id = :tenant and call_id = :call and status = 'held' and held_until > :now
            order by starts_at\
          """,
      nativeQuery = true)
  List<Instant> held(UUID tenant, UUID call, Instant now);

  /// What stands between two times, earliest first, at most 5000.
  ///
  /// @param staffId null for all
  @Query(
      """
      select * from tenant.appointment
        where tenant_id = :tenantId and status = 'booked'
          and starts_at < :until and ends_at > :from
          and (cast(:staffId as uuid) is null or staff_id = :staffId)
        order by starts_at limit 5000\
      """)
  List<Appointment> standing(
      TenantId tenantId, @Nullable UUID staffId, Instant from, Instant until);

  /// What was booked on a call for a time, if it was.
  @Query(
      """
      select * from tenant.appointment
        where tenant_id = :tenantId and call_id = :callId and service_id = :serviceId
          and starts_at = :startsAt and status = 'booked'
        limit 1\
      """)
  Optional<Appointment> booked(TenantId tenantId, UUID callId, UUID serviceId, Instant startsAt);

  /// Appointments with an id below `before`, those made last first.
  ///
  /// @param status null for any, like each filter below
  /// @param leadId in whose calls it was booked, or under whose number
  /// @param pattern an `ilike` pattern for who comes or what for
  /// @param digits a part of a number that `pattern` may mean as well
  @Query(
      """
      select * from tenant.appointment a
        where tenant_id = :tenantId and id < :before and status <> 'held'
          and created_at > :createdAfter and created_at < :createdBefore
          and starts_at >= :from and starts_at < :until
          and (cast(:status as text) is null or status = :status)
          and (cast(:callId as uuid) is null or call_id = :callId)
          and (cast(:leadId as uuid) is null
               or exists (select from tenant.call c
                            where c.tenant_id = a.tenant_id and c.id = a.call_id
                              and c.lead_id = :leadId)
               or exists (select from tenant.lead l
                            where l.tenant_id = a.tenant_id and :leadId in (l.id, l.merged_into)
                              and l.phone = a.phone))
          and (cast(:pattern as text) is null
               or name ilike :pattern or reason ilike :pattern
               or position(cast(:digits as text) in phone) > 0)
        order by id desc limit :most\
      """)
  List<Appointment> newestFirst(
      TenantId tenantId,
      UUID before,
      Instant createdAfter,
      Instant createdBefore,
      Instant from,
      Instant until,
      @Nullable AppointmentStatus status,
      @Nullable UUID callId,
      @Nullable UUID leadId,
      @Nullable String pattern,
      @Nullable String digits,
      int most);
}

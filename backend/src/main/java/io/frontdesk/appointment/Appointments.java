package io.frontdesk.appointment;

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

/// The rows of appointments.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Appointments extends GenericRepository<Appointment, UUID> {
  Optional<Appointment> findByTenantIdAndId(TenantId tenant, UUID id);

  /// Books unless it would overlap another one of the same person: the table's constraint decides,
  /// and the transaction stays usable.
  ///
  /// @return how many were booked: 0 or 1
  @Query(
      """
      insert into tenant.appointment
          (tenant_id, id, service_id, staff_id, call_id, starts_at, ends_at, name, phone, email,
           reason, status, created_at, updated_at)
        values (:tenantId, :id, :serviceId, :staffId, :callId, :startsAt, :endsAt, :name, :phone,
                :email, :reason, 'booked', :createdAt, :createdAt)
        on conflict do nothing\
      """)
  int book(
      TenantId tenantId,
      UUID id,
      UUID serviceId,
      UUID staffId,
      @Nullable UUID callId,
      Instant startsAt,
      Instant endsAt,
      String name,
      @Nullable E164 phone,
      @Nullable String email,
      @Nullable String reason,
      Instant createdAt);

  Appointment update(Appointment appointment);

  /// What is booked with one of the staff between two times, earliest first.
  @Query(
      """
      select * from tenant.appointment
        where tenant_id = :tenantId and staff_id = :staffId and status = 'booked'
          and starts_at < :to and ends_at > :from order by starts_at\
      """)
  List<Appointment> booked(TenantId tenantId, UUID staffId, Instant from, Instant to);

  /// Appointments with an id below `before`, those made last first.
  ///
  /// @param status null for any, like each filter below
  /// @param leadId in whose calls it was booked, or under whose number
  /// @param pattern an `ilike` pattern for who comes or what for
  /// @param digits a part of a number that `pattern` may mean as well
  @Query(
      """
      select * from tenant.appointment a
        where tenant_id = :tenantId and id < :before
          and created_at > :createdAfter and created_at < :createdBefore
          and starts_at >= :from and starts_at < :until
          and (cast(:status as text) is null or status = :status)
          and (cast(:callId as uuid) is null or call_id = :callId)
          and (cast(:leadId as uuid) is null
               or exists (select from tenant.call c
                            where c.tenant_id = a.tenant_id and c.id = a.call_id
                              and c.lead_id = :leadId)
               or exists (select from tenant.lead l
                            where l.tenant_id = a.tenant_id and l.id = :leadId
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

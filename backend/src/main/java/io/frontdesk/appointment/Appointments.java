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

  @Query(
      """
      select * from tenant.appointment
        where tenant_id = :tenantId and id < :before
          and (cast(:status as text) is null or status = :status)
          and (cast(:createdAfter as timestamptz) is null or created_at > :createdAfter)
          and (cast(:createdBefore as timestamptz) is null or created_at < :createdBefore)
        order by id desc limit :most\
      """)
  List<Appointment> newestFirst(
      TenantId tenantId,
      UUID before,
      @Nullable AppointmentStatus status,
      @Nullable Instant createdAfter,
      @Nullable Instant createdBefore,
      int most);
}

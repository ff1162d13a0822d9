package io.frontdesk.appointment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Appointments that are still to come, of whoever has one number, under whichever of
/// their numbers.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface UpcomingAppointments extends GenericRepository<Appointment, UUID> {
  /// An appointment.
  ///
  /// @param service what it is for
  @Introspected
  record Upcoming(Instant startsAt, String service, String name) {}

  /// The next ones, in order.
  @Query(
      value =
          """
          select a.starts_at, s.name as service, a.name
            from tenant.appointment a
            join tenant.service s on s.tenant_id = a.tenant_id and s.id = a.service_id
            where a.tenant_id = :tenant and a.status = 'booked'
              and a.phone in (select tenant.numbers_of(:tenant, :number))
              and a.starts_at > :now
            order by a.starts_at limit :limit\
          """,
      nativeQuery = true)
  List<Upcoming> of(UUID tenant, String number, Instant now, int limit);
}

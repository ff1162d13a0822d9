package io.frontdesk.customer;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people asked to have done.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface ServiceRequests extends GenericRepository<ServiceRequest, UUID> {
  ServiceRequest save(ServiceRequest request);

  ServiceRequest update(ServiceRequest request);

  int deleteByTenantIdAndId(TenantId tenant, UUID id);

  Optional<ServiceRequest> findByTenantIdAndId(TenantId tenant, UUID id);

  /// @param status null for any, like each filter below
  @Query(
      """
      select * from tenant.service_request
        where tenant_id = :tenant and id < :before
          and (cast(:status as text) is null or status = :status)
          and (cast(:customer as uuid) is null or customer_id = :customer)
          and (cast(:call as uuid) is null or call_id = :call)
        order by id desc limit :limit\
      """)
  List<ServiceRequest> newestFirst(
      UUID tenant,
      @Nullable RequestStatus status,
      @Nullable UUID customer,
      @Nullable UUID call,
      UUID before,
      int limit);
}

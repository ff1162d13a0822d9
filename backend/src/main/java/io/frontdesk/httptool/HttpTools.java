package io.frontdesk.httptool;

import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tools of businesses, and those they had.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface HttpTools extends GenericRepository<HttpTool, UUID> {
  HttpTool save(HttpTool tool);

  HttpTool update(HttpTool tool);

  Optional<HttpTool> findByTenantIdAndReceptionistIdAndIdAndRetiredAtIsNull(
      TenantId tenant, UUID receptionist, UUID id);

  Optional<HttpTool> findByTenantIdAndReceptionistIdAndNameAndRetiredAtIsNull(
      TenantId tenant, UUID receptionist, String name);

  List<HttpTool> findByTenantIdAndReceptionistIdAndRetiredAtIsNullOrderByName(
      TenantId tenant, UUID receptionist);

  int countByTenantIdAndReceptionistIdAndRetiredAtIsNull(TenantId tenant, UUID receptionist);

  @Query(
      """
      select * from tenant.http_tool
        where tenant_id = :tenant and receptionist_id = :receptionist and retired_at is null
          and id < :before
        order by id desc limit :limit\
      """)
  List<HttpTool> newestFirst(UUID tenant, UUID receptionist, UUID before, int limit);
}

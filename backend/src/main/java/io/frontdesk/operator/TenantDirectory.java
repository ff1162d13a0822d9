package io.frontdesk.operator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All tenants, seen by the one database function that looks across them for operators.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface TenantDirectory extends GenericRepository<OperatorAction, UUID> {
  /// Newest first.
  ///
  /// @param sought part of a name or of a member's address, a number, or an id; null for all
  /// @param state null for all
  @Query(
      value =
          """
          select * from platform.tenant_overview(cast(:sought as text), cast(:state as text),
            :before, :most)\
          """,
      nativeQuery = true)
  List<TenantOverview> newestFirst(
      @Nullable String sought, @Nullable String state, UUID before, int most);
}

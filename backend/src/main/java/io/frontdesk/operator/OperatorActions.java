package io.frontdesk.operator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// What operators did: it can be added to and read.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface OperatorActions extends GenericRepository<OperatorAction, UUID> {
  OperatorAction save(OperatorAction action);

  @Query(
      value =
          """
          select * from platform.operator_action where id < :before order by id desc limit :most\
          """,
      nativeQuery = true)
  List<OperatorAction> newestFirst(UUID before, int most);
}

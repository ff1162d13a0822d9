package io.frontdesk.knowledge;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// Which turns of the receptionist's came from which entries.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface KnowledgeUses extends GenericRepository<KnowledgeEntry, UUID> {
  /// An entry that a turn came from.
  ///
  /// @param title as the entry is called now
  /// @param removed whether it was taken out since
  /// @param searched whether it was found by a search right before; else the words that both have
  /// in common tell that it was this entry, of those that the receptionist had read before the call
  @Introspected
  record Use(
      int turnIndex,
      UUID receptionistId,
      UUID entryId,
      String title,
      boolean removed,
      boolean searched) {}

  @Query(
      """
      insert into tenant.knowledge_use (tenant_id, id, call_id, turn_index, entry_id, searched)
        values (:tenant, :id, :call, :turn, :entry, :searched)
        on conflict do nothing\
      """)
  void add(UUID tenant, UUID id, UUID call, int turn, UUID entry, boolean searched);

  @Query(
      value =
          """
          select u.turn_index, e.receptionist_id, e.id as entry_id, e.title,
                 e.retired_at is not null as removed, u.searched
            from tenant.knowledge_use u
            join tenant.knowledge_entry e on e.tenant_id = u.tenant_id and e.id = u.entry_id
            where u.tenant_id = :tenant and u.call_id = :call
            order by u.turn_index, u.id\
          """,
      nativeQuery = true)
  List<Use> of(UUID tenant, UUID call);
}

package io.frontdesk.knowledge;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Entries in pieces that can be found. Whatever is looked for is taken for words, never for a
/// query: there is nothing in it that PostgreSQL could refuse.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Passages extends GenericRepository<KnowledgeEntry, UUID> {
  /// A piece that has words in common with what was looked for.
  ///
  /// @param common how many
  /// @param of how many words were looked for that matter
  @Introspected
  record Found(UUID entryId, String title, String text, long common, int of) {}

  /// @param language a text search configuration of PostgreSQL's
  @Query(
      """
      insert into tenant.knowledge_passage (tenant_id, id, entry_id, place, text, language, words)
        values (:tenant, :id, :entry, :place, :text, :language,
                to_tsvector(cast(:language as regconfig), :title || ' ' || :text))\
      """)
  void add(UUID tenant, UUID id, UUID entry, int place, String title, String text, String language);

  @Query("delete from tenant.knowledge_passage where tenant_id = :tenant and entry_id = :entry")
  void remove(UUID tenant, UUID entry);

  /// Reads all of a receptionist's passages by the rules of another language.
  @Query(
      """
      update tenant.knowledge_passage p
        set language = :language,
            words = to_tsvector(cast(:language as regconfig), e.title || ' ' || p.text)
        from tenant.knowledge_entry e
        where p.tenant_id = :tenant and p.language <> :language
          and e.tenant_id = p.tenant_id and e.id = p.entry_id
          and e.receptionist_id = :receptionist\
      """)
  void translate(UUID tenant, UUID receptionist, String language);

  /// Passages that are in force and have two words that matter in common with the question, or the
  /// one that it has; those with most first, and of these the shortest.
  @Query(
      value =
          """
          with tongue as (
            select distinct p.language
              from tenant.knowledge_passage p
              join tenant.knowledge_entry e on e.tenant_id = p.tenant_id and e.id = p.entry_id
              where p.tenant_id = :tenant and e.receptionist_id = :receptionist
          ), asked as (
            select language,
                   tsvector_to_array(to_tsvector(cast(language as regconfig), :question)) as words
              from tongue
          ), shared as (
            select e.id as entry_id, e.title, p.text, cardinality(tsvector_to_array(p.words)) as size,
                   cardinality(asked.words) as of,
                   (select count(*) from unnest(tsvector_to_array(p.words)) as word
                      where word = any (asked.words)) as common
              from tenant.knowledge_passage p
              join tenant.knowledge_entry e on e.tenant_id = p.tenant_id and e.id = p.entry_id
              join asked on asked.language = p.language
              where p.tenant_id = :tenant and e.receptionist_id = :receptionist
                and e.retired_at is null and (e.expires_at is null or e.expires_at > :now)
          )
          select entry_id, title, text, common, of from shared
            where common > 0 and common >= least(2, of)
            order by common desc, size, entry_id limit :limit\
          """,
      nativeQuery = true)
  List<Found> search(UUID tenant, UUID receptionist, String question, Instant now, int limit);
}

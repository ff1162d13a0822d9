package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What calls keep of how they go on.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Resumptions extends GenericRepository<Call, UUID> {
  /// What waits for the next stream of a call.
  /// @param redirected whether the carrier was told to leave the one before
  @Introspected
  record Waiting(@Nullable String sentence, @Nullable String note, boolean redirected) {
    Resumption resumption() {
      return new Resumption(sentence, note);
    }
  }

  /// Counts one more; anew if the last one was before `recent`.
  ///
  /// @return how often it went on in a row; empty if it is closed
  @Query(
      value =
          """
          update tenant.call
            set resumed = case when resumed_at > :recent then resumed + 1 else 1 end,
                resumed_at = :now, fault = null
            where tenant_id = :tenant and id = :id and ended_at is null
            returning resumed\
          """,
      nativeQuery = true)
  Optional<Integer> count(UUID tenant, UUID id, Instant recent, Instant now);

  @Query(
      """
      update tenant.call set fault = :fault
        where tenant_id = :tenant and id = :id and (resumed_at is null or resumed_at < :at)\
      """)
  int failed(UUID tenant, UUID id, String fault, Instant at);

  /// Waits for whoever else asks.
  @Query(
      value =
          """
          select fault from tenant.call
            where tenant_id = :tenant and id = :id and fault is not null for update\
          """,
      nativeQuery = true)
  Optional<String> fault(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call set resumption_sentence = :sentence, resumption_note = :note
        where tenant_id = :tenant and id = :id\
      """)
  int put(UUID tenant, UUID id, @Nullable String sentence, @Nullable String note);

  @Query(
      value =
          """
          select resumption_sentence as sentence, resumption_note as note,
              redirected_at is not null as redirected
            from tenant.call where tenant_id = :tenant and id = :id\
          """,
      nativeQuery = true)
  Optional<Waiting> find(UUID tenant, UUID id);

  /// A stream carries it now: the sentence is said once, the note stays true.
  @Query(
      """
      update tenant.call set resumption_sentence = null, redirected_at = null
        where tenant_id = :tenant and id = :id\
      """)
  int taken(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call set redirected_at = :now where tenant_id = :tenant and id = :id\
      """)
  int redirected(UUID tenant, UUID id, Instant now);

  @Query("update tenant.call set redirected_at = null where tenant_id = :tenant and id = :id")
  int stays(UUID tenant, UUID id);

  /// Only that: another sentence may wait by now.
  @Query(
      """
      update tenant.call set resumption_sentence = null
        where tenant_id = :tenant and id = :id and resumption_sentence = :sentence\
      """)
  int said(UUID tenant, UUID id, String sentence);

  @Query(
      value =
          """
          select redirected_at is not null from tenant.call
            where tenant_id = :tenant and id = :id\
          """,
      nativeQuery = true)
  Optional<Boolean> wasRedirected(UUID tenant, UUID id);

  /// Keeps how quick its first stream was.
  @Query(
      """
      update tenant.call set latency = coalesce(latency, cast(:latency as jsonb))
        where tenant_id = :tenant and id = :id and ended_at is null\
      """)
  int interrupted(UUID tenant, UUID id, Latency latency);
}

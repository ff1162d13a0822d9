package io.frontdesk.call.recording;

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

/// The rows of recordings. Written by statements that say what may change when, for callbacks come
/// twice, late and in any order.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface RecordingRows extends GenericRepository<Recording, UUID> {
  /// @return 1, or 0 if the call has one already
  @Query(
      """
      insert into tenant.recording (tenant_id, id, call_id, kind, consent, state, created_at)
        values (:tenant, :id, :call, 'call', :consent, 'starting', :now)
        on conflict do nothing\
      """)
  int begin(UUID tenant, UUID id, UUID call, String consent, Instant now);

  /// @return 1, or 0 if it is known
  @Query(
      """
      insert into tenant.recording (tenant_id, id, call_id, kind, consent, recording_sid, state,
                                    started_at, duration_ms, channels, created_at)
        values (:tenant, :id, :call, 'voicemail', 'voicemail', :sid, 'completed', :startedAt,
                :durationMs, 1, :now)
        on conflict do nothing\
      """)
  int left(
      UUID tenant,
      UUID id,
      UUID call,
      String sid,
      Instant startedAt,
      @Nullable Long durationMs,
      Instant now);

  @Query("select * from tenant.recording where tenant_id = :tenant and id = :id")
  Optional<Recording> find(UUID tenant, UUID id);

  @Query("select * from tenant.recording where tenant_id = :tenant and recording_sid = :sid")
  Optional<Recording> findBySid(UUID tenant, String sid);

  /// The recording of a call as a whole.
  @Query(
      """
      select * from tenant.recording
        where tenant_id = :tenant and call_id = :call and kind = 'call'\
      """)
  Optional<Recording> ofCall(UUID tenant, UUID call);

  /// Whose sound is kept longer than until `began`, oldest first.
  @Query(
      """
      select * from tenant.recording
        where tenant_id = :tenant and created_at <= :began and state in ('completed', 'ready')
        order by id limit :limit\
      """)
  List<Recording> begunBefore(UUID tenant, Instant began, int limit);

  /// Waits for whoever else changes it.
  @Query(
      value = "select id from tenant.recording where tenant_id = :tenant and id = :id for update",
      nativeQuery = true)
  Optional<UUID> lock(UUID tenant, UUID id);

  @Query("update tenant.recording set asked_at = :at where tenant_id = :tenant and id = :id")
  int asked(UUID tenant, UUID id, Instant at);

  @Query(
      """
      update tenant.recording
        set recording_sid = coalesce(recording_sid, :sid), state = :state,
            started_at = coalesce(started_at, cast(:startedAt as timestamptz)),
            duration_ms = coalesce(cast(:durationMs as bigint), duration_ms),
            channels = coalesce(cast(:channels as int), channels)
        where tenant_id = :tenant and id = :id\
      """)
  int advance(
      UUID tenant,
      UUID id,
      @Nullable String sid,
      RecordingState state,
      @Nullable Instant startedAt,
      @Nullable Long durationMs,
      @Nullable Integer channels);

  /// @return 1, or 0 if it was deleted meanwhile, or is here already
  @Query(
      """
      update tenant.recording
        set state = 'ready', bytes = :bytes, duration_ms = :durationMs, channels = :channels,
            waveform = cast(:waveform as jsonb)
        where tenant_id = :tenant and id = :id and state = 'completed'\
      """)
  int ready(UUID tenant, UUID id, long bytes, long durationMs, int channels, String waveform);

  /// Nothing was begun, as far as anybody has told.
  @Query(
      """
      update tenant.recording set state = 'failed'
        where tenant_id = :tenant and id = :id and state = 'starting'\
      """)
  int notBegun(UUID tenant, UUID id);

  @Query(
      """
      update tenant.recording set state = 'failed'
        where tenant_id = :tenant and id = :id and state in ('starting', 'in_progress', 'completed')\
      """)
  int failed(UUID tenant, UUID id);

  @Query(
      """
      update tenant.recording
        set state = 'deleted', bytes = null, waveform = null, deleted_at = :at
        where tenant_id = :tenant and id = :id and deleted_at is null\
      """)
  int deleted(UUID tenant, UUID id, Instant at);
}

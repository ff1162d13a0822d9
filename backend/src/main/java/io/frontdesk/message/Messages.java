package io.frontdesk.message;

import io.frontdesk.call.Urgency;
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

/// The tenants' messages.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Messages extends GenericRepository<Message, UUID> {
  Message save(Message message);

  Message update(Message message);

  Optional<Message> findByTenantIdAndId(TenantId tenant, UUID id);

  /// The open promise to call somebody back that was made in this call.
  @Query(
      """
      select * from tenant.message
        where tenant_id = :tenant and call_id = :call and kind = 'message'
          and due_at is not null and status = 'open'\
      """)
  Optional<Message> promised(UUID tenant, UUID call);

  Optional<Message> findByTenantIdAndRecordingId(TenantId tenant, UUID recordingId);

  /// Messages with an id below `before`, newest first.
  ///
  /// @param status null for any, like each filter below
  /// @param leadId in whose calls it was left, or whose number is to be answered
  /// @param pattern an `ilike` pattern for the text or who left it
  /// @param digits a part of a number that `pattern` may mean as well
  @Query(
      """
      select * from tenant.message m
        where tenant_id = :tenant and id < :before
          and created_at > :after and created_at < :until
          and (cast(:status as text) is null or status = :status)
          and (cast(:urgency as text) is null or urgency = :urgency)
          and (cast(:callId as uuid) is null or call_id = :callId)
          and (cast(:leadId as uuid) is null
               or exists (select from tenant.call c
                            where c.tenant_id = m.tenant_id and c.id = m.call_id
                              and c.lead_id = :leadId)
               or exists (select from tenant.lead l
                            where l.tenant_id = m.tenant_id and :leadId in (l.id, l.merged_into)
                              and l.phone = m.from_phone))
          and (cast(:pattern as text) is null
               or text ilike :pattern or from_name ilike :pattern
               or position(cast(:digits as text) in from_phone) > 0)
        order by id desc limit :count\
      """)
  List<Message> newestFirst(
      UUID tenant,
      UUID before,
      Instant after,
      Instant until,
      @Nullable MessageStatus status,
      @Nullable Urgency urgency,
      @Nullable UUID callId,
      @Nullable UUID leadId,
      @Nullable String pattern,
      @Nullable String digits,
      int count);
}

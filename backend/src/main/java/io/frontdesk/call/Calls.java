package io.frontdesk.call;

import io.frontdesk.tenancy.E164;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of calls. Written by statements that say what may change when, for callbacks come
/// twice, late and at once. A parameter that is named as a property of [Call] is converted as that
/// property is.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Calls extends GenericRepository<Call, UUID> {
  /// All of a [Call]. The appointment's table belongs to a room above, which is why its id is
  /// looked up here and never written.
  String SELECT =
      """
      select c.*,
             (select coalesce(s.name, k.name) from tenant.lead k
                left join tenant.lead s on s.tenant_id = k.tenant_id and s.id = k.merged_into
                where k.tenant_id = c.tenant_id
                  and (k.id = c.lead_id or c.lead_id is null and k.phone = case c.direction
                       when 'outbound' then c.to_number else c.from_number end))
               as caller_name,
             cast(extract(epoch from c.ended_at - coalesce(c.answered_at, c.ended_at)) as bigint)
               as duration_s,
             (select a.id from tenant.appointment a
                where a.tenant_id = c.tenant_id and a.call_id = c.id and a.status <> 'held'
                order by a.id limit 1)
               as appointment_id
        from tenant.call c
      """;

  @Query(
      """
      insert into tenant.call (tenant_id, id, call_sid, direction, state, from_number, to_number,
                               receptionist_id, receptionist_version, engine, clock_offset_s,
                               test, started_at, answered_at, held_until)
        values (:tenant, :id, :callSid, 'inbound', 'in_progress', :from, :to, :receptionist,
                :receptionistVersion, :engine, :clockOffsetS, :test, :now, :now, :heldUntil)
        on conflict (tenant_id, call_sid) do nothing\
      """)
  int answer(
      UUID tenant,
      UUID id,
      String callSid,
      @Nullable E164 from,
      @Nullable E164 to,
      UUID receptionist,
      @Nullable Integer receptionistVersion,
      Engine engine,
      @Nullable Long clockOffsetS,
      boolean test,
      Instant now,
      Instant heldUntil);

  /// Records a call that was over before it began.
  @Query(
      """
      insert into tenant.call (tenant_id, id, call_sid, direction, state, outcome, refused,
                               from_number, to_number, receptionist_id, receptionist_version,
                               engine, started_at, ended_at, analyzed_at)
        values (:tenant, :id, :callSid, 'inbound', 'busy', 'missed', :refused, :from, :to,
                :receptionist, :receptionistVersion, :engine, :now, :now, :now)
        on conflict (tenant_id, call_sid) do nothing\
      """)
  int turnAway(
      UUID tenant,
      UUID id,
      String callSid,
      @Nullable E164 from,
      @Nullable E164 to,
      UUID receptionist,
      @Nullable Integer receptionistVersion,
      Engine engine,
      Refusal refused,
      Instant now);

  /// Records a call that is about to be placed. Its own id stands for Twilio's, until that is
  /// known.
  @Query(
      """
      insert into tenant.call (tenant_id, id, call_sid, direction, state, from_number, to_number,
                               receptionist_id, receptionist_version, engine, errand, test,
                               started_at, held_until)
        values (:tenant, :id, cast(:id as text), 'outbound', 'queued', :from, :to, :receptionist,
                :receptionistVersion, :engine, cast(:errand as jsonb), false, :now, :heldUntil)
        on conflict (tenant_id, id) do nothing\
      """)
  int place(
      UUID tenant,
      UUID id,
      E164 from,
      E164 to,
      UUID receptionist,
      int receptionistVersion,
      Engine engine,
      Errand errand,
      Instant now,
      Instant heldUntil);

  /// Twilio's id of a placed call is known now.
  @Query(
      """
      update tenant.call set call_sid = :callSid
        where tenant_id = :tenant and id = :id and direction = 'outbound'
          and call_sid = cast(id as text)\
      """)
  int bind(UUID tenant, UUID id, String callSid);

  /// Somebody has picked up a placed call.
  ///
  /// @return 1, or 0 if it is over
  @Query(
      """
      update tenant.call
        set state = 'in_progress', held_until = :heldUntil,
            answered_at = coalesce(answered_at, cast(:now as timestamptz))
        where tenant_id = :tenant and id = :id and ended_at is null
          and state in ('queued', 'ringing', 'in_progress')\
      """)
  int pickedUp(UUID tenant, UUID id, Instant now, Instant heldUntil);

  @Query(SELECT + "where c.tenant_id = :tenant and c.id = :id")
  Optional<Call> find(UUID tenant, UUID id);

  @Query(SELECT + "where c.tenant_id = :tenant and c.call_sid = :callSid")
  Optional<Call> findBySid(UUID tenant, String callSid);

  /// Waits for whoever else works on this call, and keeps them waiting until the transaction ends.
  @Query(
      value = "select id from tenant.call where tenant_id = :tenant and id = :id for update",
      nativeQuery = true)
  Optional<UUID> lock(UUID tenant, UUID id);

  @Query(
      """
      update tenant.call
        set state = :state, hung_up_at = coalesce(hung_up_at, cast(:hungUpAt as timestamptz))
        where tenant_id = :tenant and id = :id\
      """)
  int advance(UUID tenant, UUID id, CallState state, @Nullable Instant hungUpAt);

  /// Another engine serves a call that is open.
  @Query(
      """
      update tenant.call set engine = :engine
        where tenant_id = :tenant and id = :id and ended_at is null\
      """)
  int servedBy(UUID tenant, UUID id, Engine engine);

  /// Another language is spoken on a call that is open.
  @Query(
      """
      update tenant.call set language = :language
        where tenant_id = :tenant and id = :id and ended_at is null
          and language is distinct from :language\
      """)
  int speaks(UUID tenant, UUID id, String language);

  /// Adds to the fallbacks what is not among them, whenever that was.
  @Query(
      """
      update tenant.call set fallbacks = fallbacks || cast(:fallback as jsonb)
        where tenant_id = :tenant and id = :id
          and not fallbacks @> jsonb_build_array(cast(:fallback as jsonb) - 'at')\
      """)
  int fellBack(UUID tenant, UUID id, String fallback);

  /// @return how many calls were open and are closed now: one or none
  @Query(
      """
      update tenant.call
        set state = :state, outcome = :outcome, latency = cast(:latency as jsonb),
            ended_at = greatest(started_at, cast(:endedAt as timestamptz))
        where tenant_id = :tenant and id = :id and ended_at is null\
      """)
  int close(
      UUID tenant,
      UUID id,
      CallState state,
      Outcome outcome,
      Instant endedAt,
      @Nullable Latency latency);

  /// Whether a person took the call. Transfers' table belongs to a room above: it is looked at here
  /// and never written.
  @Query(
      value =
          """
          select exists (select from tenant.transfer
            where tenant_id = :tenant and call_id = :id
              and (phase = 'bridged' or result = 'connected'))\
          """,
      nativeQuery = true)
  boolean wasTransferred(UUID tenant, UUID id);

  /// Whether somebody's phone was to ring for it.
  @Query(
      value =
          """
          select exists (select from tenant.transfer
            where tenant_id = :tenant and call_id = :id)\
          """,
      nativeQuery = true)
  boolean wasRungFor(UUID tenant, UUID id);

  @Query(
      value = "select hung_up_at from tenant.call where tenant_id = :tenant and id = :id",
      nativeQuery = true)
  Optional<Instant> hungUpAt(UUID tenant, UUID id);
}

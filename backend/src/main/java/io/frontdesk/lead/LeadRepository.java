package io.frontdesk.lead;

import io.frontdesk.call.Urgency;
import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.web.CreatedBetween;
import io.frontdesk.web.Search;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of leads.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface LeadRepository extends GenericRepository<Lead, UUID> {
  Lead update(Lead lead);

  Optional<Lead> findByTenantIdAndId(TenantId tenant, UUID id);

  int deleteByTenantIdAndId(TenantId tenant, UUID id);

  /// @return 1, or 0 if the number is a lead's already
  @Query(
      """
      insert into tenant.lead (tenant_id, id, phone, created_at, updated_at)
        values (:tenant, :id, :phone, :createdAt, :createdAt)
        on conflict (tenant_id, phone) do nothing\
      """)
  int add(UUID tenant, UUID id, E164 phone, Instant createdAt);

  /// The lead with that number, or the one that it was merged into, kept from others until the
  /// transaction ends.
  @Query(
      """
      select l.* from tenant.lead l
        where l.tenant_id = :tenant
          and l.id = (select coalesce(merged_into, id) from tenant.lead
                        where tenant_id = :tenant and phone = :phone)
        for update\
      """)
  Optional<Lead> lock(UUID tenant, E164 phone);

  /// Waits until nobody merges leads, until the transaction ends: who is who stays as it is.
  @Query(
      value = "select cast(pg_advisory_xact_lock_shared(hashtext('lead ' || :tenant)) as text)",
      nativeQuery = true)
  String keepApart(String tenant);

  /// Waits until nobody else changes leads, until the transaction ends.
  @Query(
      value = "select cast(pg_advisory_xact_lock(hashtext('lead ' || :tenant)) as text)",
      nativeQuery = true)
  String takeTurn(String tenant);

  /// Those that were merged into a lead, oldest first.
  List<Lead> findByTenantIdAndMergedIntoOrderById(TenantId tenant, UUID mergedInto);

  /// Has other leads stand for these.
  @Query(
      """
      update tenant.lead set merged_into = :into, version = version + 1
        where tenant_id = :tenant and id in (:ids)\
      """)
  void lead(UUID tenant, Collection<UUID> ids, UUID into);

  /// Leads that may be the same person: with the same e-mail address, or of the same name.
  @Query(
      """
      select o.* from tenant.lead l
        join tenant.lead o on o.tenant_id = l.tenant_id and o.id <> l.id and o.merged_into is null
          and (lower(o.email) = lower(l.email) or lower(btrim(o.name)) = lower(btrim(l.name)))
        where l.tenant_id = :tenant and l.id = :id
        order by o.id desc limit 5\
      """)
  List<Lead> similar(UUID tenant, UUID id);

  /// Leads with an id below `before`, newest first.
  ///
  /// @param mergedInto the lead that stands for them; null for those that stand for themselves
  /// @param pattern an `ilike` pattern for name, e-mail address or wish; null for any lead
  /// @param digits a part of a number that `pattern` may mean as well; null for none
  @Query(
      """
      select * from tenant.lead
        where tenant_id = :tenant and id < :before
          and merged_into is not distinct from cast(:mergedInto as uuid)
          and created_at > :after and created_at < :until
          and (cast(:status as text) is null or status = :status)
          and (cast(:urgency as text) is null or urgency = :urgency)
          and (cast(:pattern as text) is null
               or name ilike :pattern or email ilike :pattern or intent ilike :pattern
               or position(cast(:digits as text) in phone) > 0)
        order by id desc limit :limit\
      """)
  List<Lead> newestFirst(
      UUID tenant,
      @Nullable LeadStatus status,
      @Nullable Urgency urgency,
      @Nullable UUID mergedInto,
      Instant after,
      Instant until,
      @Nullable String pattern,
      @Nullable String digits,
      UUID before,
      int limit);

  /// Leads that `filter` and `created` leave, with an id below `before`, newest first.
  ///
  /// @param pattern for the filter's `q`
  default List<Lead> page(
      TenantId tenant,
      LeadFilter filter,
      @Nullable String pattern,
      CreatedBetween created,
      UUID before,
      int limit) {
    return newestFirst(
        tenant.value(),
        filter.status(),
        filter.urgency(),
        filter.mergedInto(),
        created.after(),
        created.before(),
        pattern,
        Search.digits(filter.q()),
        before,
        limit);
  }

  /// The keys of all intake questions that leads have answered, in order.
  @Query(
      """
      select distinct jsonb_object_keys(fields) as key from tenant.lead
        where tenant_id = :tenant and merged_into is null order by key\
      """)
  List<String> fieldKeys(UUID tenant);
}

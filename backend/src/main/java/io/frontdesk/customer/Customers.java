package io.frontdesk.customer;

import io.frontdesk.tenancy.E164;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people on the businesses' books.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Customers extends GenericRepository<Customer, UUID> {
  Customer save(Customer customer);

  Customer update(Customer customer);

  int deleteByTenantIdAndId(TenantId tenant, UUID id);

  Optional<Customer> findByTenantIdAndId(TenantId tenant, UUID id);

  /// Whoever has that number, or another one of the same person's, the longest known first.
  @Query(
      """
      select * from tenant.customer
        where tenant_id = :tenant and phone in (select tenant.numbers_of(:tenant, :reached))
        order by id\
      """)
  List<Customer> under(UUID tenant, String reached);

  @Query(
      "select * from tenant.customer where tenant_id = :tenant and lower(number) = lower(:number)")
  Optional<Customer> numbered(UUID tenant, String number);

  /// Keeps others from giving numbers until the transaction ends. What they gave before is seen by
  /// the statements after this one.
  @Query(
      value = "select cast(pg_advisory_xact_lock(hashtext('customer ' || :tenant)) as text)",
      nativeQuery = true)
  String takeTurn(String tenant);

  /// The next number that nobody has.
  @Query(
      value =
          """
          select cast(coalesce(max(cast(number as bigint)), 1000) + 1 as text)
            from tenant.customer
            where tenant_id = :tenant and number ~ '^[1-9][0-9]{0,11}$'\
          """,
      nativeQuery = true)
  String nextNumber(UUID tenant);

  /// @param number null for any, like each filter below
  @Query(
      """
      select * from tenant.customer
        where tenant_id = :tenant and id < :before
          and (cast(:number as text) is null or lower(number) = lower(:number))
          and (cast(:phone as text) is null or phone = :phone)
          and (cast(:pattern as text) is null
               or name ilike :pattern or number ilike :pattern or email ilike :pattern
               or address ilike :pattern or position(cast(:digits as text) in phone) > 0)
        order by id desc limit :limit\
      """)
  List<Customer> newestFirst(
      UUID tenant,
      @Nullable String number,
      @Nullable E164 phone,
      @Nullable String pattern,
      @Nullable String digits,
      UUID before,
      int limit);
}

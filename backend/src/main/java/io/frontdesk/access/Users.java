package io.frontdesk.access;

import io.frontdesk.access.notice.Language;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// People and where they belong.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
public interface Users extends GenericRepository<User, UUID> {
  Optional<User> findByEmail(String email);

  Optional<User> findById(UUID id);

  /// Adds a person unless the address is taken.
  ///
  /// @return how many were added: 0 or 1
  @Query(
      """
      insert into platform."user" (id, email, name, language, password_hash, created_at)
      values (:id, :email, :name, :language, :passwordHash, :createdAt)
        on conflict (email) do nothing\
      """)
  int add(
      UUID id,
      String email,
      String name,
      Language language,
      String passwordHash,
      Instant createdAt);

  /// Notes that a person reads mails to their address.
  ///
  /// @return 0 if it is not their address any more
  @Query(
      """
      update platform."user" set email_verified_at = coalesce(email_verified_at, :at)
        where id = :id and email = :email\
      """)
  int confirmAddress(UUID id, String email, Instant at);

  @Query(
      """
      update platform."user" set name = :name, language = :language where id = :id\
      """)
  int describe(UUID id, String name, Language language);

  /// Across tenants, oldest first: log-in knows the person before it knows the business.
  @Query(
      value = "select tenant_id, tenant_name, role from platform.memberships_of(:user)",
      nativeQuery = true)
  List<Membership> membershipsOf(UUID user);

  /// Gives a person another address unless somebody else has it.
  ///
  /// @return how many were renamed: 0 or 1
  @Query(
      """
      update platform."user" set email = :email,
          email_verified_at = case when email = :email then email_verified_at end
        where id = :id and not exists
        (select 1 from platform."user" other where other.email = :email and other.id <> :id)\
      """)
  int rename(UUID id, String email);

  @Query(
      """
      update platform."user" set password_hash = :hash where id = :id\
      """)
  int changePassword(UUID id, String hash);

  /// Replaces a hash by one of the same password, unless the password was changed meanwhile.
  @Query(
      """
      update platform."user" set password_hash = :renewed where id = :id and password_hash = :old\
      """)
  int renewHash(UUID id, String old, String renewed);
}

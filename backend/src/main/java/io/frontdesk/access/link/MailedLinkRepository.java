package io.frontdesk.access.link;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The links that nobody has used.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface MailedLinkRepository extends GenericRepository<MailedLink, UUID> {
  @Query(
      """
      insert into platform.mailed_link (id, hash, purpose, user_id, address, expires_at)
        values (:id, decode(:hash, 'hex'), :purpose, :user, :address, :expiresAt)\
      """)
  void add(UUID id, String hash, String purpose, UUID user, String address, Instant expiresAt);

  @Query("select count(*) from platform.mailed_link where user_id = :user and purpose = :purpose")
  int count(UUID user, String purpose);

  @Query("delete from platform.mailed_link where expires_at <= :now")
  int forgetExpired(Instant now);

  @Query("delete from platform.mailed_link where user_id = :user and purpose = :purpose")
  int forgetAll(UUID user, String purpose);

  @Query(
      """
      delete from platform.mailed_link
        where user_id = :user and purpose = :purpose and id > :link\
      """)
  int forgetAfter(UUID user, String purpose, UUID link);

  @Query(
      value =
          """
          select id, user_id, address from platform.mailed_link
            where hash = decode(:hash, 'hex') and purpose = :purpose and expires_at > :now\
          """,
      nativeQuery = true)
  Optional<MailedLink> find(String hash, String purpose, Instant now);

  /// @return how many there were to delete: of several who delete it at once, one finds it
  int deleteById(UUID id);
}

package io.frontdesk.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The keys that tokens are signed with.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface SigningKeyRepository extends GenericRepository<User, UUID> {
  /// Those that sign, will sign, or signed what may still be valid, newest first.
  ///
  /// @param before a key that another one followed before then is left out
  @Query(
      value =
          """
          select id, encrypted_jwk, signs_from from platform.signing_key key
            where retired_at is null and not exists (
              select 1 from platform.signing_key newer where newer.retired_at is null
                and newer.signs_from > key.signs_from and newer.signs_from < :before)
            order by signs_from desc, id desc\
          """,
      nativeQuery = true)
  List<SigningKey> usable(Instant before);

  @Query(
      """
      insert into platform.signing_key (id, encrypted_jwk, signs_from)
        values (:id, :encryptedJwk, :signsFrom)\
      """)
  void add(UUID id, String encryptedJwk, Instant signsFrom);

  /// Waits until no other node is making keys, until the transaction ends.
  @Query(
      value =
          "select 1 from (select pg_advisory_xact_lock(hashtext('platform.signing_key'))) locked",
      nativeQuery = true)
  int alone();
}

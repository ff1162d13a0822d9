package io.frontdesk.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// The keys that tokens are signed with.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface SigningKeyRepository extends GenericRepository<User, UUID> {
  /// Newest first; the newest signs.
  @Query(
      value =
          "select id, encrypted_jwk from platform.signing_key where retired_at is null order by id"
              + " desc",
      nativeQuery = true)
  List<SigningKey> usable();

  @Query("insert into platform.signing_key (id, encrypted_jwk) values (:id, :encryptedJwk)")
  void add(UUID id, String encryptedJwk);

  /// Waits until no other node is making keys, until the transaction ends.
  @Query(
      value =
          "select 1 from (select pg_advisory_xact_lock(hashtext('platform.signing_key'))) locked",
      nativeQuery = true)
  int alone();
}

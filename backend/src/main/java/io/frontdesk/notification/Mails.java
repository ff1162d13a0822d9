package io.frontdesk.notification;

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

/// Mails that were not sent yet; a sent one is gone.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional(Transactional.TxType.MANDATORY)
interface Mails extends GenericRepository<Mail, UUID> {
  Mail save(Mail mail);

  Optional<Mail> findById(UUID id);

  int deleteById(UUID id);

  @Query("delete from platform.mail where expires_at <= :now")
  int forgetExpired(Instant now);

  /// Of a business and of one person, newest first.
  @Query(
      value =
          """
          select * from platform.mail
            where expires_at > :now
              and (tenant_id = cast(:tenant as uuid) or (tenant_id is null and user_id = cast(:user as uuid)))
            order by id desc limit 200\
          """,
      nativeQuery = true)
  List<Mail> of(@Nullable UUID tenant, @Nullable UUID user, Instant now);
}

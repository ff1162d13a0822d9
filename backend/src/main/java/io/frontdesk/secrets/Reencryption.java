package io.frontdesk.secrets;

import com.google.crypto.tink.KeysetHandle;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// After a rotation, encrypts what is stored with the primary key, so that the keys before it can
/// be retired. It minds neither being interrupted nor being done by several nodes.
@Singleton
public class Reencryption {
  private static final Logger LOG = LoggerFactory.getLogger(Reencryption.class);

  private static final UUID FIRST = new UUID(0, 0);

  private final Keyset keyset;
  private final Secrets secrets;
  private final EncryptedRows rows;
  private final Tenancy tenancy;

  Reencryption(Keyset keyset, Secrets secrets, EncryptedRows rows, Tenancy tenancy) {
    this.keyset = keyset;
    this.secrets = secrets;
    this.rows = rows;
    this.tenancy = tenancy;
  }

  /// A key of the installation's.
  ///
  /// @param id as `keys list` shows it
  /// @param primary whether it encrypts
  /// @param rows how many stored values it has encrypted
  public record Key(String id, boolean primary, long rows) {}

  /// All keys, and what still needs each.
  public List<Key> keys() {
    var counts = new TreeMap<String, Long>();
    EncryptedRows.PLATFORM.forEach(
        column ->
            tenancy.platform(
                () -> {
                  rows.count(column, null, counts);
                  return counts;
                }));
    for (UUID id : tenancy.platform(rows::tenants)) {
      tenancy.run(
          new TenantId(id),
          () -> EncryptedRows.TENANT.forEach(column -> rows.count(column, id, counts)));
    }
    KeysetHandle keys = keyset.keys();
    return IntStream.range(0, keys.size())
        .mapToObj(keys::getAt)
        .map(
            key -> {
              String id = Integer.toUnsignedString(key.getId());
              return new Key(id, key.isPrimary(), counts.getOrDefault(id, 0L));
            })
        .toList();
  }

  /// Looks now and then, since keys may have been rotated while nobody looked.
  @Scheduled(initialDelay = "2m", fixedDelay = "1h")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void look() {
    if (keyset.keys().size() > 1) {
      run();
    }
  }

  /// Encrypts everything with the primary key that is not, some rows at a time. What fails is left
  /// for the next time, and stops nothing else.
  ///
  /// @return how many values were encrypted anew
  public int run() {
    int primary = keyset.keys().getPrimary().getId();
    int done = 0;
    for (var column : EncryptedRows.PLATFORM) {
      String purpose = String.valueOf(column.purpose());
      done +=
          renew(
              column,
              null,
              primary,
              old -> secrets.encryptForPlatform(purpose, secrets.decryptForPlatform(purpose, old)));
    }
    for (UUID id : tenancy.platform(rows::tenants)) {
      var tenant = new TenantId(id);
      for (var column : EncryptedRows.TENANT) {
        done +=
            renew(
                column,
                tenant,
                primary,
                old -> secrets.encrypt(tenant, secrets.decrypt(tenant, old)));
      }
    }
    if (done > 0) {
      LOG.info("{} stored values are encrypted with the primary key now", done);
    }
    return done;
  }

  /// @param tenant whose; null for the platform's own columns
  private int renew(
      EncryptedRows.Column column,
      @Nullable TenantId tenant,
      int primary,
      UnaryOperator<String> renewed) {
    int done = 0;
    try {
      for (UUID after = FIRST; after != null; ) {
        UUID last = after;
        EncryptedRows.Batch batch =
            tenant == null
                ? tenancy.platform(() -> rows.renew(column, null, primary, last, renewed))
                : tenancy.run(
                    tenant, () -> rows.renew(column, tenant.value(), primary, last, renewed));
        done += batch.renewed();
        after = batch.last();
      }
    } catch (RuntimeException e) {
      LOG.error("{} was not encrypted anew for {}: {}", column.table(), tenant, e.toString());
    }
    return done;
  }
}

package io.frontdesk.secrets;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every column that holds ciphertext, and by which key it was made: Tink begins each ciphertext
/// with a one and the key's id. All of it happens in the running transaction.
/// Source: https://developers.google.com/tink/wire-format
@Singleton
class EncryptedRows {
  /// A column with ciphertext.
  ///
  /// @param purpose what the platform encrypted it for; null if it is tenants'
  record Column(String table, String name, @Nullable String purpose) {
    String key() {
      return "substring(decode(left(%s, 8), 'base64') from 2 for 4)".formatted(name);
    }

    String scope() {
      return purpose == null ? name + " is not null and tenant_id = ?" : name + " is not null";
    }

    String row() {
      return purpose == null ? "tenant_id = ? and id = ?" : "id = ?";
    }
  }

  static final List<Column> TENANT =
      List.of(
          new Column("tenant.credential", "secret", null),
          new Column("tenant.http_tool", "encrypted_headers", null),
          new Column("tenant.twilio_subaccount", "secret", null),
          new Column("tenant.idempotency_key", "answer", null),
          new Column("tenant.calendar", "encrypted_url", null));

  static final List<Column> PLATFORM =
      List.of(
          new Column("platform.signing_key", "encrypted_jwk", "signing_key"),
          new Column("platform.mail", "encrypted_body", "mail"));

  private static final Logger LOG = LoggerFactory.getLogger(EncryptedRows.class);

  /// So many rows at most are locked and held in memory at once.
  static final int BATCH = 200;

  private final DataSource dataSource;

  /// @param dataSource Micronaut's, which hands out the running transaction's connection
  EncryptedRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  private record Row(UUID id, String ciphertext) {}

  List<UUID> tenants() {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement("select id from platform.tenant order by id");
        var found = statement.executeQuery()) {
      var tenants = new ArrayList<UUID>();
      while (found.next()) {
        tenants.add(found.getObject(1, UUID.class));
      }
      return tenants;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Adds up how many values each key has encrypted.
  ///
  /// @param tenant whose; null for the platform's own columns
  /// @param counts by the keys' ids
  void count(Column column, @Nullable UUID tenant, Map<String, Long> counts) {
    String sql =
        "select %s, count(*) from %s where %s group by 1"
            .formatted(column.key(), column.table(), column.scope());
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      if (tenant != null) {
        statement.setObject(1, tenant);
      }
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          String id = Integer.toUnsignedString(ByteBuffer.wrap(found.getBytes(1)).getInt());
          counts.merge(id, found.getLong(2), Long::sum);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Some of the values that another key than `primary` has encrypted, and what became of them.
  ///
  /// @param last the row that was looked at last; null if there was none left
  /// @param renewed how many were encrypted anew
  record Batch(@Nullable UUID last, int renewed) {}

  /// Replaces the values of the next rows that another key than `primary` has encrypted. What
  /// cannot be decrypted stays as it is.
  ///
  /// @param tenant whose; null for the platform's own columns
  /// @param after the row that was looked at last
  Batch renew(
      Column column,
      @Nullable UUID tenant,
      int primary,
      UUID after,
      UnaryOperator<String> renewed) {
    try (var connection = dataSource.getConnection()) {
      List<Row> old = old(connection, column, tenant, primary, after);
      int done = 0;
      for (Row row : old) {
        try {
          replace(connection, column, tenant, row, renewed.apply(row.ciphertext()));
          done++;
        } catch (Undecryptable e) {
          LOG.error(
              "{} of the row {} in {} cannot be decrypted",
              column.name(),
              row.id(),
              column.table());
        }
      }
      return new Batch(old.isEmpty() ? null : old.getLast().id(), done);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static List<Row> old(
      Connection connection, Column column, @Nullable UUID tenant, int primary, UUID after)
      throws SQLException {
    String sql =
        "select id, %s from %s where %s and %s <> ? and id > ? order by id limit %d for update"
            .formatted(column.name(), column.table(), column.scope(), column.key(), BATCH);
    try (var statement = connection.prepareStatement(sql)) {
      int next = 1;
      if (tenant != null) {
        statement.setObject(next++, tenant);
      }
      statement.setBytes(next++, ByteBuffer.allocate(Integer.BYTES).putInt(primary).array());
      statement.setObject(next, after);
      try (var found = statement.executeQuery()) {
        var rows = new ArrayList<Row>();
        while (found.next()) {
          rows.add(new Row(found.getObject(1, UUID.class), found.getString(2)));
        }
        return rows;
      }
    }
  }

  private static void replace(
      Connection connection, Column column, @Nullable UUID tenant, Row row, String ciphertext)
      throws SQLException {
    String sql =
        "update %s set %s = ? where %s".formatted(column.table(), column.name(), column.row());
    try (var statement = connection.prepareStatement(sql)) {
      int next = 1;
      statement.setString(next++, ciphertext);
      if (tenant != null) {
        statement.setObject(next++, tenant);
      }
      statement.setObject(next, row.id());
      statement.executeUpdate();
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("cannot read or replace what is encrypted", e);
  }
}

package io.frontdesk.tenancy;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one door to a tenant's rows. Repositories demand a running transaction, so a forgotten door
/// fails loudly; row-level security reads the tenant that the door set, so a wrong query sees
/// nothing.
///
/// No remote call belongs inside: the transaction holds a connection.
@Singleton
public class Tenancy {
  private static final ScopedValue<TenantId> OPEN_FOR = ScopedValue.newInstance();

  private final TransactionOperations<Connection> transactions;

  Tenancy(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Runs `work` in a transaction that sees the rows of `tenant` only. Inside the same tenant's
  /// door it joins the transaction that is open.
  ///
  /// @throws IllegalStateException inside another tenant's door, or inside [#platform]
  public <T extends @Nullable Object> T run(TenantId tenant, Supplier<T> work) {
    if (transactions.findTransactionStatus().isPresent()) {
      if (OPEN_FOR.isBound() && OPEN_FOR.get().equals(tenant)) {
        return work.get();
      }
      throw new IllegalStateException("a transaction is open that is not this tenant's");
    }
    return transactions.executeWrite(
        status -> {
          choose(status.getConnection(), tenant);
          return ScopedValue.where(OPEN_FOR, tenant).call(work::get);
        });
  }

  /// As [#run(TenantId, Supplier)], for work without a result.
  public void run(TenantId tenant, Runnable work) {
    this.<@Nullable Void>run(
        tenant,
        () -> {
          work.run();
          return null;
        });
  }

  /// Runs `work` inside the tenant's open door as [#run] does, and undoes what it wrote.
  ///
  /// @return what it came to
  /// @throws IllegalStateException outside the tenant's door
  public <T extends @Nullable Object> T tryOut(TenantId tenant, Supplier<T> work) {
    if (!OPEN_FOR.isBound() || !OPEN_FOR.get().equals(tenant)) {
      throw new IllegalStateException("the tenant's transaction is not open");
    }
    Connection connection = transactions.getConnection();
    try {
      Savepoint before = connection.setSavepoint();
      T result = work.get();
      connection.rollback(before);
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("could not undo what was tried out", e);
    }
  }

  /// Runs `work` in a transaction of no tenant: it sees the schema `platform`, and no row of any
  /// tenant.
  ///
  /// @throws IllegalStateException inside a tenant's door
  public <T extends @Nullable Object> T platform(Supplier<T> work) {
    if (transactions.findTransactionStatus().isPresent() && OPEN_FOR.isBound()) {
      throw new IllegalStateException("a tenant's transaction is open");
    }
    return transactions.executeWrite(status -> work.get());
  }

  private static void choose(Connection connection, TenantId tenant) {
    try (var statement =
        connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
      statement.setString(1, tenant.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("could not open the tenant's transaction", e);
    }
  }
}

package io.frontdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void aContextServesWithTheLoginThatOwnsNothing() throws SQLException {
    var pool = RunningService.shared().bean(DataSource.class);

    try (var connection = DelegatingDataSource.unwrapDataSource(pool).getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select current_user")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("frontdesk_app");
    }
  }
}

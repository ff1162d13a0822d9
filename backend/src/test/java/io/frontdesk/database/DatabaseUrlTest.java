package io.frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "postgres://app:secret@db/frontdesk, jdbc:postgresql://db/frontdesk, app, secret",
        "postgresql://app:secret@db:5433/fd, jdbc:postgresql://db:5433/fd, app, secret",
        "jdbc:postgresql://db:5433/fd?user=app&password=secret, jdbc:postgresql://db:5433/fd, app,"
            + " secret",
        "postgres://app:s%40c%3Aret%2F+1@db/fd, jdbc:postgresql://db/fd, app, s@c:ret/+1",
        "postgres://app:a:b@db/fd, jdbc:postgresql://db/fd, app, a:b",
        "postgres://app@db/fd, jdbc:postgresql://db/fd, app, ``",
        "postgres://app:secret@[::1]:5432/fd, jdbc:postgresql://[::1]:5432/fd, app, secret",
        "postgres://app:secret@db/fd?sslmode=require&connectTimeout=3,"
            + " jdbc:postgresql://db/fd?sslmode=require&connectTimeout=3, app, secret",
      })
  void bothFormsAreUnderstood(String text, String url, String user, String password) {
    assertThat(DatabaseUrl.parse("DATABASE_URL", text)).isEqualTo(new Login(url, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db",
        "mysql://app:secret@db/fd",
        "postgres://app:secret@db",
        "postgres://db/fd",
        "postgres://app:secret%zz@db/fd",
        "jdbc:postgresql:fd?user=app&password=secret",
      })
  void anythingElseIsRefusedWithoutRepeatingThePassword(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("DATABASE_URL must look like postgres://user:password@host")
        .hasMessageNotContaining("secret");
  }
}

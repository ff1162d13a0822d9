package io.frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.TestDatabase;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginsTest {
  private final Logins logins = TestDatabase.logins();

  @Test
  void withoutAnyTheEmbeddedDatabaseIsWanted() {
    assertThat(Logins.named(Map.of())).isEmpty();
    assertThat(Logins.named(Map.of("DATABASE_URL", "", "DATABASE_MIGRATION_URL", " "))).isEmpty();
  }

  @Test
  void theEnvironmentWins() {
    assertThat(
            Logins.named(
                Map.of(
                    "DATABASE_URL", url(logins.app()),
                    "DATABASE_MIGRATION_URL", url(logins.owner()))))
        .contains(logins);
  }

  @Test
  void oneWithoutTheOtherIsRefused() {
    assertThatThrownBy(() -> Logins.named(Map.of("DATABASE_URL", url(logins.app()))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith("must be set with DATABASE_URL.");
    assertThatThrownBy(() -> Logins.named(Map.of("DATABASE_MIGRATION_URL", url(logins.owner()))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith("must be set with DATABASE_MIGRATION_URL.");
  }

  @Test
  void aWrongPasswordIsToldAtOnceAndNotRepeated() {
    var wrong = new Login(logins.app().url(), "frontdesk_app", "wrong-one");
    assertThatThrownBy(
            () ->
                Logins.named(
                    Map.of(
                        "DATABASE_URL", url(wrong),
                        "DATABASE_MIGRATION_URL", url(logins.owner()))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "DATABASE_URL: cannot log in to %s as frontdesk_app: FATAL: password authentication"
                + " failed for user \"frontdesk_app\"",
            logins.app().url());
  }

  private static String url(Login login) {
    return "%s?user=%s&password=%s".formatted(login.url(), login.user(), login.password());
  }
}

package io.frontdesk.access.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.web.RequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a new password must be.
class PasswordRuleTest {
  private static final List<String> KNOWN =
      List.of("ana.lopez@acedoors.example", "Ace Garage Doors");

  private final PasswordRule rule = new PasswordRule();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "brand new phrase",
        "mein hund heisst bello",
        "fT9#q2Lm!x",
        "çok güzel bir gün",
        "🚪🔧🦊🌙⚡🥝🎻🧲🌵🪁"
      })
  void whatIsHardToGuessIsTaken(String password) {
    assertThatCode(() -> rule.check("/password", password, KNOWN)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "qwertyuiop",
        "1234567890",
        "aaaaaaaaaaaa",
        "acegaragedoors1",
        "AceGarage2026",
        "ana.lopez@acedoors.example",
        "analopez1234"
      })
  void whatIsEasyToGuessIsRefused(String password) {
    assertThatThrownBy(() -> rule.check("/password", password, KNOWN))
        .isInstanceOf(RequestException.Rejected.class);
  }

  @Test
  void whatIsTooShortIsRefusedHoweverOddItIs() {
    assertThatThrownBy(() -> rule.check("/password", "fT9#q2Lm!", KNOWN))
        .isInstanceOf(RequestException.Rejected.class);
  }

  @Test
  void itIsTheBusinessThatMakesItEasy() {
    assertThatCode(() -> rule.check("/password", "acegaragedoors1", List.of()))
        .doesNotThrowAnyException();
  }
}

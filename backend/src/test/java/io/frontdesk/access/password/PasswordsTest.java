package io.frontdesk.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Argon2id hashes that carry their parameters.
class PasswordsTest {
  private final Passwords passwords = new Passwords(new PasswordCost(1024, 1));

  @Test
  void aHashSaysHowItWasMadeAndNoTwoAreAlike() {
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    assertThat(passwords.verify("correct horse", hash)).isTrue();
    assertThat(passwords.verify("Correct horse", hash)).isFalse();
  }

  @Test
  void nobodysPasswordIsNeverRight() {
    assertThat(passwords.verify("nobody's password", null)).isFalse();
  }

  @Test
  void aHashOutlivesAChangeOfParameters() {
    String old = passwords.hash("correct horse");
    var stronger = new Passwords(new PasswordCost(2048, 2));

    assertThat(stronger.verify("correct horse", old)).isTrue();
    assertThat(stronger.isOutdated(old)).isTrue();
    assertThat(passwords.isOutdated(old)).isFalse();
    assertThat(stronger.isOutdated(stronger.hash("correct horse"))).isFalse();
  }

  @Test
  void manyAtOnceAllGetTheirTurn() throws Exception {
    String hash = passwords.hash("correct horse");
    var attempts = new ArrayList<Callable<Boolean>>();
    IntStream.range(0, 64)
        .forEach(i -> attempts.add(() -> passwords.verify("correct horse", hash)));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var attempt : threads.invokeAll(attempts)) {
        assertThat(attempt.get()).isTrue();
      }
    }
    assertThat(passwords.verifications()).isEqualTo(64);
  }
}

package io.frontdesk.access.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.frontdesk.web.RequestException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hashes and verifies passwords with Argon2id. Never more at once than there are processors: more
/// would not be quicker, and each takes its memory.
@Singleton
public class Passwords {
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final LongAdder verifications = new LongAdder();
  private final Argon2Function argon2id;

  /// Verified against when there is no such person, so that the answer takes as long.
  private final String nobodys;

  Passwords(PasswordCost cost) {
    this.argon2id =
        Argon2Function.getInstance(cost.memoryKib(), cost.passes(), LANES, HASH_BYTES, Argon2.ID);
    this.nobodys = hash("nobody's password");
  }

  /// The hash of a new password, in PHC form: with its parameters and a salt of its own.
  ///
  /// @throws RequestException.Busy if too many others are at it
  public String hash(String password) {
    return inTurn(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2id).getResult());
  }

  /// @param hash null when there is no such person, or they have no password: false, after the same
  /// work
  /// @throws RequestException.Busy if too many others are at it
  public boolean verify(String password, @Nullable String hash) {
    String compared = hash == null ? nobodys : hash;
    verifications.increment();
    boolean same =
        inTurn(
            () ->
                Password.check(password, compared)
                    .with(Argon2Function.getInstanceFromHash(compared)));
    return same && hash != null;
  }

  /// Whether `hash` was made with other parameters than new ones are.
  public boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(argon2id);
  }

  /// How many passwords were verified since the start.
  public long verifications() {
    return verifications.sum();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RequestException.Busy("Very many people are logging in. Try again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RequestException.Busy("The service is stopping. Try again in a moment.");
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}

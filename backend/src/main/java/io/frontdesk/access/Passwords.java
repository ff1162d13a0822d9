package io.frontdesk.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Hashes and verifies passwords with Argon2id.
@Singleton
class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;

  private final Argon2Function argon2id =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /// Verified against when there is no such person, so that the answer takes as long.
  private final String nobodys = hash("nobody's password");

  String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(argon2id).getResult();
  }

  /// @param hash null when there is no such person: false, after the same work
  boolean verify(String password, @Nullable String hash) {
    String compared = hash == null ? nobodys : hash;
    boolean same =
        Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
    return same && hash != null;
  }
}

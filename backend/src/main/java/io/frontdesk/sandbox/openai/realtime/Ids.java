package io.frontdesk.sandbox.openai.realtime;

import java.security.SecureRandom;

/// Makes ids in OpenAI's manner: `item_` and twenty letters and digits.
final class Ids {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String next(String kind) {
    StringBuilder id = new StringBuilder(kind).append('_');
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
    return id.toString();
  }
}

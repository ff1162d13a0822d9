package io.frontdesk.voice.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.Random;

/// A long row of damaged messages, always the same one for a seed: `-Dfuzz.messages=10000000` for
/// the long campaign, `-Dfuzz.seed=2` for another.
public final class Campaign {
  private static final int MESSAGES = Integer.getInteger("fuzz.messages", 100_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private final List<ByteBuf> corpus;
  private final Random random = new Random(SEED);

  /// @param corpus good messages, of which damaged copies are made
  public Campaign(List<ByteBuf> corpus) {
    this.corpus = List.copyOf(corpus);
  }

  /// Is told of each message.
  public interface Listener {
    /// @param number from 0
    /// @param seed with which `Mutation` made it
    void on(int number, long seed, ByteBuf message) throws Exception;
  }

  /// Makes all of it.
  ///
  /// @throws AssertionError naming the message that could not be borne
  public void run(Listener listener) {
    for (int i = 0; i < MESSAGES; i++) {
      long seed = random.nextLong();
      ByteBuf message = Mutation.of(corpus.get(random.nextInt(corpus.size())), seed);
      byte[] bytes = ByteBufUtil.getBytes(message);
      try {
        listener.on(i, seed, message);
      } catch (Exception | AssertionError | StackOverflowError e) {
        throw new AssertionError("message %d: %s".formatted(i, new String(bytes, ISO_8859_1)), e);
      }
    }
  }
}

package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Watches that every buffer is given back.
final class Leaks {
  private static final List<String> FOUND = new CopyOnWriteArrayList<>();

  private Leaks() {}

  /// From now on every buffer is watched, wherever it is used.
  static void watch() {
    FOUND.clear();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    ByteBufUtil.setLeakListener((type, records) -> FOUND.add(type + " " + records));
  }

  /// Fails if a buffer was lost since; ends the watch, which is slow.
  static void expectNone() {
    for (int i = 0; i < 5; i++) {
      System.gc();
      // The detector looks for what was lost whenever a buffer is made.
      ByteBufAllocator.DEFAULT.buffer(16).release();
    }
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    ByteBufUtil.setLeakListener((_, _) -> {});
    assertThat(FOUND).isEmpty();
  }
}

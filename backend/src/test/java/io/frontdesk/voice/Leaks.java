package io.frontdesk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a class of tests in which a buffer was not given back.
final class Leaks implements BeforeAllCallback, AfterAllCallback {
  private final List<String> found = new CopyOnWriteArrayList<>();

  /// From now on every buffer is watched, wherever it is used.
  @Override
  public void beforeAll(ExtensionContext context) {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    ByteBufUtil.setLeakListener((type, records) -> found.add(type + " " + records));
  }

  /// Ends the watch, which is slow.
  @Override
  public void afterAll(ExtensionContext context) {
    for (int i = 0; i < 5; i++) {
      System.gc();
      // The detector looks for what was lost whenever a buffer is made.
      ByteBufAllocator.DEFAULT.buffer(16).release();
    }
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    ByteBufUtil.setLeakListener((_, _) -> {});
    assertThat(found).isEmpty();
  }
}

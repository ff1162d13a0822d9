package io.frontdesk.voice;

import io.frontdesk.testing.RunningService;
import java.util.Map;

/// A service whose model is written by hand, for all tests that need one.
final class HandMade {
  static final HandModel MODEL = new HandModel();
  static final RunningService SERVICE =
      RunningService.start(Map.of("openai.realtime-url", MODEL.url().toString()));

  private HandMade() {}
}

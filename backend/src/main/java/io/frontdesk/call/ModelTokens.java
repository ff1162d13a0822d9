package io.frontdesk.call;

import io.micronaut.core.annotation.Introspected;

/// How much a model took in and gave out.
///
/// @param textIn what it had not been sent before
/// @param textCached what it had been sent before
/// @param audioMs the sound that was written down, in milliseconds, where that is what is paid for
@Introspected
public record ModelTokens(
    long textIn,
    long textCached,
    long textOut,
    long audioIn,
    long audioCached,
    long audioOut,
    long audioMs) {
  public static final ModelTokens NONE = new ModelTokens(0, 0, 0, 0, 0, 0, 0);

  /// Sound that was written down.
  public static ModelTokens ofSound(long ms) {
    return new ModelTokens(0, 0, 0, 0, 0, 0, ms);
  }

  public ModelTokens plus(ModelTokens more) {
    return new ModelTokens(
        textIn + more.textIn,
        textCached + more.textCached,
        textOut + more.textOut,
        audioIn + more.audioIn,
        audioCached + more.audioCached,
        audioOut + more.audioOut,
        audioMs + more.audioMs);
  }
}

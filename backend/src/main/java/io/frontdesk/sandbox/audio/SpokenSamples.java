package io.frontdesk.sandbox.audio;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/// The loudspeaker that FreeTTS plays to: keeps the sound as mu-law.
final class SpokenSamples implements AudioPlayer {
  private final ByteArrayOutputStream ulaw = new ByteArrayOutputStream();
  private AudioFormat format = new AudioFormat(MuLaw.SAMPLE_RATE_HZ, 16, 1, true, true);

  /// What was played since the last time.
  byte[] take() {
    byte[] sound = ulaw.toByteArray();
    ulaw.reset();
    return sound;
  }

  @Override
  public boolean write(byte[] pcm) {
    return write(pcm, 0, pcm.length);
  }

  /// Takes 16-bit big-endian samples at 8 kHz.
  @Override
  public boolean write(byte[] pcm, int offset, int length) {
    for (int i = offset; i + 1 < offset + length; i += 2) {
      ulaw.write(MuLaw.encode((short) ((pcm[i] << 8) | (pcm[i + 1] & 0xFF))));
    }
    return true;
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}

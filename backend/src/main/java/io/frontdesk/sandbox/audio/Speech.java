package io.frontdesk.sandbox.audio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Words and how they sound: what a caller or a model says in one breath.
public final class Speech {
  private static final int PACKET_MS = MuLaw.FRAME_SAMPLES * 1_000 / MuLaw.SAMPLE_RATE_HZ;

  private final String words;
  private final byte[] ulaw;

  private Speech(String words, byte[] ulaw) {
    this.words = words;
    this.ulaw = ulaw;
  }

  /// The words in a voice, watermarked with themselves. Takes time: not for an event loop.
  /// @param utteranceId the lowest 8 bits count; neighbouring utterances need different ones
  public static Speech of(Voice voice, String words, int utteranceId) {
    return new Speech(words, Watermark.embed(voice.say(words), words, utteranceId));
  }

  public String words() {
    return words;
  }

  /// A copy of the sound: 8 kHz mono mu-law, whole packets of 20 ms.
  public byte[] ulaw() {
    return ulaw.clone();
  }

  /// The words that are heard in the first part of the sound.
  /// @param partMs counts in whole packets of 20 ms
  public String wordsUntil(int partMs) {
    byte[] text = words.getBytes(StandardCharsets.UTF_8);
    long packets = ulaw.length / MuLaw.FRAME_SAMPLES;
    long heard = Math.min(packets, partMs / PACKET_MS);
    int end = (int) (heard * text.length / packets);
    while (end > 0 && end < text.length && (text[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  public Duration length() {
    return Duration.ofMillis(ulaw.length * 1_000L / MuLaw.SAMPLE_RATE_HZ);
  }
}

package io.frontdesk.sandbox.audio;

import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Says text aloud: FreeTTS's 8 kHz voice `kevin`, brisk, as telephone sound. It speaks English;
/// other letters lose their accents, other scripts become a hum. Safe for many threads, one speaks
/// at a time (about 10 ms for a second of speech); never call it on an event loop.
public final class Voice {
  /// Longest text that is spoken, in characters; the rest is dropped.
  public static final int MAX_CHARACTERS = 4_096;

  private static final float WORDS_PER_MINUTE = 190;
  private static final int REMEMBERED = 256;
  private static final String HUM = "mm";

  private final com.sun.speech.freetts.Voice kevin;
  private final SpokenSamples samples = new SpokenSamples();
  private final Map<String, byte[]> spoken =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Voice() {
    kevin =
        Arrays.stream(new KevinVoiceDirectory().getVoices())
            .filter(voice -> voice.getName().equals("kevin"))
            .findFirst()
            .orElseThrow();
    // FreeTTS reads its lexicon into fields that all voices share.
    synchronized (Voice.class) {
      kevin.allocate();
    }
    kevin.setRate(WORDS_PER_MINUTE);
    kevin.setAudioPlayer(samples);
  }

  /// The text as sound without a watermark, padded to whole 20 ms.
  ///
  /// @return 8 kHz mono mu-law, the caller's to keep; never empty
  public byte[] say(String text) {
    String pronounceable = pronounceable(text);
    synchronized (spoken) {
      return spoken.computeIfAbsent(pronounceable, this::synthesise).clone();
    }
  }

  private byte[] synthesise(String text) {
    speak(text);
    byte[] sound = Pauses.tighten(samples.take());
    if (sound.length == 0) {
      speak(HUM);
      sound = Pauses.tighten(samples.take());
    }
    int whole = Math.ceilDiv(sound.length, MuLaw.FRAME_SAMPLES) * MuLaw.FRAME_SAMPLES;
    byte[] padded = Arrays.copyOf(sound, whole);
    Arrays.fill(padded, sound.length, whole, MuLaw.SILENCE);
    return padded;
  }

  private void speak(String text) {
    if (!kevin.speak(text)) {
      throw new IllegalStateException("FreeTTS could not say: " + text);
    }
  }

  private static String pronounceable(String text) {
    String shortened = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
    return Normalizer.normalize(shortened, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\x21-\\x7E]+", " ")
        .strip();
  }
}

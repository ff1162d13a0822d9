package io.frontdesk.voice;

import io.frontdesk.call.audio.SpokenAudio;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.SentenceReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Sentences in the voices that receptionists have chosen: made by whoever reads out in them, and
/// kept.
@Singleton
public class SpokenSentences {
  private final List<SentenceReader> readers;
  private final SpokenAudio spoken;

  SpokenSentences(List<SentenceReader> readers, SpokenAudio spoken) {
    this.readers = readers;
    this.spoken = spoken;
  }

  /// Names the sound of a sentence; empty if the carrier is to read it out.
  public Optional<String> digest(TenantId tenant, ReceptionistConfig receptionist, String text) {
    return reader(receptionist).map(reader -> digest(reader, tenant, receptionist, text));
  }

  /// The sound of a sentence, made if it was not kept here. Blocks. G.711 µ-law, 8 kHz, mono; empty
  /// if the carrier is to read it out.
  ///
  /// @throws IllegalStateException if it cannot be made now
  public Optional<byte[]> sound(TenantId tenant, ReceptionistConfig receptionist, String text) {
    return reader(receptionist)
        .map(
            reader -> {
              String digest = digest(reader, tenant, receptionist, text);
              return spoken
                  .find(tenant, digest)
                  .orElseGet(
                      () -> {
                        byte[] made = reader.say(tenant, receptionist, text);
                        spoken.keep(tenant, digest, made);
                        return made;
                      });
            });
  }

  private static String digest(
      SentenceReader reader, TenantId tenant, ReceptionistConfig receptionist, String text) {
    return SpokenAudio.digest(reader.soundOf(tenant, receptionist), text);
  }

  private Optional<SentenceReader> reader(ReceptionistConfig receptionist) {
    return readers.stream().filter(reader -> reader.isChosenBy(receptionist)).findFirst();
  }
}

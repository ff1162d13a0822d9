package io.frontdesk.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.ReceptionistPublished;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.Announcer;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recorded greetings: made when a receptionist is published, kept by what they say and in
/// which voice, so that the first word of a call waits for nobody.
@Singleton
class Greetings implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(Greetings.class);

  private final Path folder;
  private final List<Announcer> announcers;
  private final Receptionists receptionists;
  private final Outbox outbox;

  /// Calls that go on at the same time play the same sound: it is kept once, and as long as one of
  /// them needs it.
  private final Cache<Path, RecordedSpeech> recorded = Caffeine.newBuilder().weakValues().build();

  Greetings(
      @Property(name = "frontdesk.data-dir") Path data,
      List<Announcer> announcers,
      Receptionists receptionists,
      Outbox outbox) {
    this.folder = data.resolve("audio");
    this.announcers = announcers;
    this.receptionists = receptionists;
    this.outbox = outbox;
  }

  /// The recorded greeting; empty if there is none, or it cannot be read: the model greets then.
  Optional<RecordedSpeech> find(TenantId tenant, ReceptionistConfig receptionist) {
    Path file = file(tenant, receptionist);
    RecordedSpeech known = recorded.getIfPresent(file);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<RecordedSpeech> read = sound(tenant, receptionist).map(RecordedSpeech::of);
    read.ifPresent(speech -> recorded.put(file, speech));
    return read;
  }

  /// The recorded greeting as G.711 µ-law, 8 kHz, mono; empty if there is none, or it cannot be
  /// read.
  Optional<byte[]> sound(TenantId tenant, ReceptionistConfig receptionist) {
    Path file = file(tenant, receptionist);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("Cannot read a recorded greeting", e);
      return Optional.empty();
    }
  }

  @EventListener
  void published(ReceptionistPublished receptionist) {
    outbox.soon(this, receptionist.tenant(), receptionist.receptionistId());
  }

  @Override
  public String name() {
    return "record_greeting";
  }

  /// What is published while this is running is not asked for again: it is looked for at the end.
  @Override
  public void run(TenantId tenant, UUID receptionistId) {
    ReceptionistConfig now = receptionists.answering(tenant, receptionistId).config();
    while (!Files.exists(file(tenant, now))) {
      keep(announcer(now).record(tenant, now), file(tenant, now));
      now = receptionists.answering(tenant, receptionistId).config();
    }
  }

  private void keep(byte[] sound, Path file) {
    try {
      Files.createDirectories(folder);
      Path whole = Files.createTempFile(folder, "greeting", ".new");
      Files.write(whole, sound);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Names what is said and in which voice.
  String digest(TenantId tenant, ReceptionistConfig receptionist) {
    String sound = announcer(receptionist).soundOf(tenant, receptionist);
    String what = sound + "\n" + receptionist.opening();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Announcer announcer(ReceptionistConfig receptionist) {
    return announcers.stream()
        .filter(announcer -> announcer.isChosenBy(receptionist))
        .findFirst()
        .orElseThrow();
  }

  private Path file(TenantId tenant, ReceptionistConfig receptionist) {
    return folder.resolve(digest(tenant, receptionist) + ".ulaw");
  }
}

package io.frontdesk.voice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.business.BusinessChanged;
import io.frontdesk.call.audio.SoundFolder;
import io.frontdesk.outbox.Job;
import io.frontdesk.outbox.Outbox;
import io.frontdesk.receptionist.Occasion;
import io.frontdesk.receptionist.ReceptionistConfig;
import io.frontdesk.receptionist.ReceptionistPublished;
import io.frontdesk.receptionist.Receptionists;
import io.frontdesk.receptionist.Which;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.voice.speech.Announcer;
import io.frontdesk.voice.speech.CannotSpeak;
import io.frontdesk.voice.speech.CannotSpeak.Reason;
import io.frontdesk.web.RequestException;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recorded greetings, and what asks callers to hold on: made when a receptionist is published,
/// kept by what they say and in which voice, so that the first word of a call waits for nobody, and
/// no caller for a model that says nothing.
@Singleton
class Greetings implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(Greetings.class);

  private final SoundFolder folder;
  private final List<Announcer> announcers;
  private final Receptionists receptionists;
  private final AsHeard heard;
  private final GreetingFailures failures;
  private final Outbox outbox;
  private final Tenancy tenancy;
  private final Clock clock;

  /// Calls that go on at the same time play the same sound: it is kept once, and as long as one of
  /// them needs it.
  private final Cache<Path, RecordedSpeech> recorded = Caffeine.newBuilder().weakValues().build();

  Greetings(
      @Property(name = "frontdesk.data-dir") Path data,
      List<Announcer> announcers,
      Receptionists receptionists,
      AsHeard heard,
      GreetingFailures failures,
      Outbox outbox,
      Tenancy tenancy,
      Clock clock) {
    this.folder = new SoundFolder(data.resolve("audio"));
    this.announcers = announcers;
    this.receptionists = receptionists;
    this.heard = heard;
    this.failures = failures;
    this.outbox = outbox;
    this.tenancy = tenancy;
    this.clock = clock;
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

  /// What asks callers to hold on, by language, as far as it is recorded. What is not will be: the
  /// receptionist may have been published before there were such sentences. In a transaction.
  Map<String, HoldSentence> toHold(
      TenantId tenant, @Nullable UUID receptionistId, ReceptionistConfig receptionist) {
    var sentences = new HashMap<String, HoldSentence>();
    for (String language : receptionist.languages()) {
      find(tenant, HoldSentence.in(language, receptionist))
          .ifPresent(
              sound ->
                  sentences.put(language, new HoldSentence(HoldSentence.words(language), sound)));
    }
    boolean all = sentences.keySet().containsAll(receptionist.languages());
    if (!all
        && receptionistId != null
        && failures.find(tenant.value(), receptionistId).isEmpty()) { // else it is tried again
      outbox.soon(this, tenant, receptionistId);
    }
    return sentences;
  }

  /// The recorded greeting as G.711 µ-law, 8 kHz, mono; empty if there is none, or it cannot be
  /// read.
  Optional<byte[]> sound(TenantId tenant, ReceptionistConfig receptionist) {
    try {
      return folder.read(name(tenant, receptionist));
    } catch (IOException e) {
      LOG.warn("Cannot read a recorded greeting", e);
      return Optional.empty();
    }
  }

  @EventListener
  void published(ReceptionistPublished receptionist) {
    outbox.soon(this, receptionist.tenant(), receptionist.receptionistId());
  }

  /// All openings end with another sentence, or with none.
  @EventListener
  void changed(BusinessChanged change) {
    if (AsHeard.differs(change)) {
      receptionists
          .published(change.tenant())
          .forEach(receptionist -> outbox.soon(this, change.tenant(), receptionist));
    }
  }

  @Override
  public String name() {
    return "record_greeting";
  }

  /// Looks anew after each sentence, until none is missing: what is published meanwhile is recorded
  /// as well.
  @Override
  public void run(TenantId tenant, UUID receptionistId) {
    try {
      Optional<ReceptionistConfig> next = missing(tenant, receptionistId);
      while (next.isPresent()) {
        make(tenant, next.get());
        next = missing(tenant, receptionistId);
      }
    } catch (RuntimeException e) {
      Reason reason = e instanceof CannotSpeak said ? said.reason() : Reason.UNAVAILABLE;
      Instant now = clock.instant();
      tenancy.run(tenant, () -> failures.failed(tenant.value(), receptionistId, reason, now));
      throw e;
    }
    tenancy.run(tenant, () -> failures.worked(tenant.value(), receptionistId));
  }

  /// Whether all that callers may be greeted with is recorded, and if not, why.
  ///
  /// @throws RequestException.NotFound if it is not published
  GreetingState state(TenantId tenant, UUID receptionistId) {
    receptionists.which(tenant, receptionistId, new Which.Published());
    if (missing(tenant, receptionistId).isEmpty()) {
      return GreetingState.RECORDED;
    }
    return tenancy
        .run(tenant, () -> failures.find(tenant.value(), receptionistId))
        .map(failure -> new GreetingState(false, failure.reason(), failure.failedAt()))
        .orElse(GreetingState.IN_THE_MAKING);
  }

  /// The first sentence that is not recorded; what callers hear now comes first.
  private Optional<ReceptionistConfig> missing(TenantId tenant, UUID receptionistId) {
    ReceptionistConfig published = receptionists.answering(tenant, receptionistId).config();
    var greetings =
        Stream.concat(
            Stream.of(heard.now(tenant, published)),
            Arrays.stream(Occasion.values())
                .map(occasion -> heard.at(tenant, published, occasion)));
    return Stream.concat(
            greetings, published.languages().stream().map(tag -> HoldSentence.in(tag, published)))
        .filter(then -> !Files.exists(file(tenant, then)))
        .findFirst();
  }

  /// Records a greeting, unless it was recorded before. Blocks; not for an event loop.
  ///
  /// @param receptionist as its callers hear it
  /// @return G.711 µ-law, 8 kHz, mono
  /// @throws IllegalStateException if it cannot be done now
  byte[] make(TenantId tenant, ReceptionistConfig receptionist) {
    return sound(tenant, receptionist)
        .orElseGet(
            () -> {
              probe();
              byte[] made = announcer(receptionist).record(tenant, receptionist);
              keep(made, name(tenant, receptionist));
              return made;
            });
  }

  private void probe() {
    try {
      folder.probe();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(byte[] sound, String name) {
    try {
      folder.keep(name, sound);
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
    return folder.file(name(tenant, receptionist));
  }

  private String name(TenantId tenant, ReceptionistConfig receptionist) {
    return digest(tenant, receptionist) + ".ulaw";
  }
}

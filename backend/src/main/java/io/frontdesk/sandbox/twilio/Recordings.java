package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.twilio.Recording.Status;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All recordings: those that go on, and the files of those that are over. Safe for many threads.
final class Recordings {
  private final Shelf<Recording> shelf;
  private final Path folder;
  private final InstantSource clock;
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private volatile URI server = URI.create("http://127.0.0.1");

  /// @param folder where the sound lies, a file each
  Recordings(Shelf<Recording> shelf, Path folder, InstantSource clock) {
    this.shelf = shelf;
    this.folder = folder;
    this.clock = clock;
  }

  /// A recording that goes on.
  private record Running(Here here, RecordingOrder order, Recorder recorder) {}

  /// From now on recordings are fetched there.
  void servedAt(URI uri) {
    server = uri;
  }

  /// Begins to record a call.
  Recording start(Here here, RecordingOrder order) {
    var call = here.file().call();
    var recording =
        shelf.put(
            new Recording(
                Sid.of("RE"),
                call.accountSid(),
                call.sid(),
                Status.IN_PROGRESS,
                order.channels(),
                order.source(),
                order.track(),
                clock.instant(),
                null));
    var recorder = new Recorder();
    running.put(recording.sid(), new Running(here, order, recorder));
    here.line().tap(recorder);
    tell(here, order, recording);
    return recording;
  }

  /// Goes on, or not for the time being; empty if it is over.
  Optional<Recording> mode(Recording recording, Recorder.Mode mode) {
    var found = running.get(recording.sid());
    if (found == null) {
      return Optional.empty();
    }
    synchronized (found) {
      if (!running.containsKey(recording.sid())) {
        return Optional.empty();
      }
      found.recorder.mode(mode);
      var status = mode == Recorder.Mode.ON ? Status.IN_PROGRESS : Status.PAUSED;
      return Optional.of(shelf.put(recording.with(status)));
    }
  }

  /// Ends it and keeps its sound; what is over stays as it is. Who hangs up ends it together with
  /// the verb that recorded: whoever comes second waits until the sound is kept.
  Recording stop(Recording recording) {
    var found = running.get(recording.sid());
    if (found != null) {
      synchronized (found) {
        if (running.containsKey(recording.sid())) {
          return keep(recording, found);
        }
      }
    }
    return find(recording.sid()).orElse(recording);
  }

  private Recording keep(Recording recording, Running found) {
    try {
      found.here.line().untap(found.recorder);
      var channels = found.recorder.channels(found.order);
      long millis = channels.getFirst().length * 1000L / MuLaw.SAMPLE_RATE_HZ;
      if (millis > 0) {
        write(recording.sid(), WaveFile.of(channels));
      }
      var kept = shelf.put(recording.ended(millis > 0 ? Status.COMPLETED : Status.ABSENT, millis));
      tell(found.here, found.order, kept);
      return kept;
    } finally {
      running.remove(recording.sid());
    }
  }

  /// The call is over, and so is all that is recorded of it.
  void callOver(String callSid) {
    for (var sid : List.copyOf(running.keySet())) {
      find(sid).filter(recording -> recording.callSid().equals(callSid)).ifPresent(this::stop);
    }
  }

  /// What is recorded of a call at this moment, the last begun first.
  List<Recording> running(String callSid) {
    return shelf.newestFirst(
        Recording::startedAt,
        List.of(
            recording -> recording.callSid().equals(callSid),
            recording -> running.containsKey(recording.sid())));
  }

  Optional<Recording> find(String sid) {
    return shelf.find(sid);
  }

  /// An account's, newest first.
  List<Recording> of(Account account) {
    return shelf.newestFirst(
        Recording::startedAt, List.of(recording -> recording.accountSid().equals(account.sid())));
  }

  /// The WAV file; empty if there is none.
  Optional<byte[]> media(Recording recording) {
    try {
      return Optional.of(Files.readAllBytes(file(recording.sid())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it, if need be, and forgets it and its sound.
  void delete(Recording recording) {
    stop(recording);
    shelf.remove(recording.sid());
    try {
      Files.deleteIfExists(file(recording.sid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where its sound can be fetched: the WAV file, without a suffix.
  String url(Recording recording) {
    return server + RestApi.ROOT + path(recording);
  }

  static String path(Recording recording) {
    return "/Accounts/%s/Recordings/%s".formatted(recording.accountSid(), recording.sid());
  }

  private void tell(Here here, RecordingOrder order, Recording recording) {
    var callback = order.callback();
    if (callback == null || !order.events().contains(recording.status().wire())) {
      return;
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("AccountSid", recording.accountSid());
    fields.put("CallSid", recording.callSid());
    fields.put("RecordingSid", recording.sid());
    fields.put("RecordingUrl", url(recording));
    fields.put("RecordingStatus", recording.status().wire());
    fields.put("RecordingChannels", "" + recording.channels());
    fields.put("RecordingStartTime", RestApi.time(recording.startedAt()) + "");
    fields.put("RecordingSource", recording.source());
    fields.put("RecordingTrack", recording.track());
    if (recording.seconds() != null) {
      fields.put("RecordingDuration", "" + recording.seconds());
    }
    here.file().tell(new Question("recording_status", callback.url(), callback.method(), fields));
  }

  private Path file(String sid) {
    return folder.resolve(sid + ".wav");
  }

  private void write(String sid, byte[] wave) {
    try {
      Files.createDirectories(folder);
      Files.write(file(sid), wave);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was going on when the stand-in stopped has no sound any more.
  void resume() {
    new ArrayList<>(shelf.all().toList())
        .stream()
            .filter(recording -> recording.millis() == null)
            .filter(recording -> !running.containsKey(recording.sid()))
            .forEach(recording -> shelf.put(recording.ended(Status.ABSENT, 0)));
  }
}

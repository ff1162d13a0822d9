package io.frontdesk.call.recording;

import com.github.f4b6a3.uuid.UuidCreator;
import io.frontdesk.call.audio.WaveFile;
import io.frontdesk.tenancy.Tenancy;
import io.frontdesk.tenancy.TenantId;
import io.frontdesk.testing.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;

/// Makes recordings of one tenant's, here only, for tests of what is done with them.
public final class PracticeRecordings {
  private PracticeRecordings() {}

  /// A recording of that call which can be played: ten seconds of silence.
  ///
  /// @return its id
  public static UUID ready(RunningService service, TenantId tenant, UUID callId) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    byte[] wave = WaveFile.of(new byte[80_000]);
    String sid = "RE" + UUID.randomUUID().toString().replace("-", "");
    try {
      service.bean(RecordingFiles.class).keep(tenant, id, file -> Files.write(file, wave));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var rows = service.bean(RecordingRows.class);
    service
        .bean(Tenancy.class)
        .run(
            tenant,
            () -> {
              Instant now = Instant.now();
              rows.begin(tenant.value(), id, callId, "announced", now);
              rows.advance(tenant.value(), id, sid, RecordingState.COMPLETED, now, 10_000L, 1);
              String silence = "{\"caller\": [0, 0], \"receptionist\": []}";
              return rows.ready(tenant.value(), id, wave.length, 10_000, 1, silence);
            });
    return id;
  }
}

package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.MuLaw;
import io.frontdesk.sandbox.audio.WatermarkReader;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;

/// Writes down what was said into a recording, and tells it: of what is longer than 2 s and shorter
/// than 120 s.
final class Transcriptions {
  private static final int HEADER_BYTES = 44;
  private static final long SHORTEST_MS = 2_000;
  private static final long LONGEST_MS = 120_000;

  private final Here here;

  Transcriptions(Here here) {
    this.here = here;
  }

  /// In the background, if the verb asks for it.
  void of(Verb.RecordCaller verb, Recording recording, Step.Perform at) {
    var callback = verb.transcribeCallback();
    if (!verb.transcribe() || callback == null || recording.millis() == null) {
      return;
    }
    try {
      var url = Verbs.resolve(at.base(), callback);
      var millis = recording.millis();
      var possible = millis > SHORTEST_MS && millis < LONGEST_MS;
      var fields = new LinkedHashMap<>(here.file().fields());
      var sid = Sid.of("TR");
      fields.put("TranscriptionSid", sid);
      fields.put("TranscriptionStatus", possible ? "completed" : "failed");
      fields.put("TranscriptionText", possible ? words(recording) : "");
      fields.put("TranscriptionType", "fast");
      fields.put("RecordingSid", recording.sid());
      fields.put("RecordingUrl", here.network().recordings().url(recording));
      here.file().tell(new Question("transcription", url, "POST", fields));
    } catch (CallFault fault) {
      here.file().warn(fault.warning());
    }
  }

  private String words(Recording recording) {
    return here.network().recordings().media(recording).map(Transcriptions::words).orElse("");
  }

  private static String words(byte[] wave) {
    var samples =
        ByteBuffer.wrap(wave, HEADER_BYTES, wave.length - HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    var ulaw = new byte[samples.remaining()];
    for (int i = 0; i < ulaw.length; i++) {
      ulaw[i] = MuLaw.encode(samples.get());
    }
    return WatermarkReader.words(ulaw);
  }
}

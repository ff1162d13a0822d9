package io.frontdesk.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What becomes of a `<Dial>`. On the call's own thread.
final class DialOutcome {
  private final Recordings recordings;
  private CallStatus status = CallStatus.FAILED;
  private @Nullable CalledLeg leg;
  private @Nullable Recording recording;
  private boolean joined;

  DialOutcome(Recordings recordings) {
    this.recordings = recordings;
  }

  void joined(CalledLeg picked) {
    leg = picked;
    joined = true;
  }

  /// The caller did not wait.
  void canceled() {
    status = CallStatus.CANCELED;
  }

  /// None of them took the call. Waits until they have ended.
  void nobody(List<CalledLeg> legs) {
    for (var tried : legs) {
      leg = tried;
      var how = tried.over().join();
      // Picked up, and declined.
      status = how == CallStatus.COMPLETED ? CallStatus.NO_ANSWER : how;
    }
  }

  boolean isRecorded() {
    return recording != null;
  }

  void recordedAs(Recording begun) {
    recording = begun;
  }

  void recordedToTheEnd() {
    if (recording != null) {
      recording = recordings.stop(recording);
    }
  }

  /// As the action is told.
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("DialCallStatus", joined ? "completed" : status.wire());
    fields.put("DialBridged", "" + joined);
    if (leg != null) {
      fields.put("DialCallSid", leg.call().sid());
      fields.put("DialCallDuration", "" + leg.call().seconds());
    }
    if (recording != null) {
      fields.put("RecordingSid", recording.sid());
      fields.put("RecordingUrl", recordings.url(recording));
      if (recording.seconds() != null) {
        fields.put("RecordingDuration", "" + recording.seconds());
      }
    }
    return fields;
  }
}

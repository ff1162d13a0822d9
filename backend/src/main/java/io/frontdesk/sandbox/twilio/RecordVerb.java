package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Records what the caller says, until there is silence, a key is pressed or the time is up.
final class RecordVerb {
  private final Here here;
  private final Transcriptions transcriptions;

  RecordVerb(Here here) {
    this.here = here;
    transcriptions = new Transcriptions(here);
  }

  Step run(Verb.RecordCaller verb, Step.Perform at) throws Overruled, CallFault {
    here.answer();
    var url = verb.action() == null ? at.base() : Verbs.resolve(at.base(), verb.action());
    if (url == null) {
      throw new CallFault(11100, "Record has no action, and its document no URL");
    }
    if (verb.playBeep()) {
      beep();
    }
    var order = absolute(verb.order(), at);
    var recordings = here.network().recordings();
    var recording = recordings.start(here, order);
    var ear = new Ear(verb);
    here.line().tap(ear);
    String key;
    try {
      key = here.orders().await(ear.over);
    } catch (Overruled overruled) {
      var kept = recordings.stop(recording);
      if (overruled.order() instanceof End end && end.by().equals("caller")) {
        transcriptions.of(verb, kept, at);
        var fields = new LinkedHashMap<>(here.file().fields());
        fields.putAll(fields(kept, "hangup"));
        fields.put("CallStatus", "completed");
        here.file().tell(new Question("record_action", url, verb.method(), fields));
      }
      throw overruled;
    } finally {
      here.line().untap(ear);
    }
    var kept = recordings.stop(recording);
    if (kept.status() == Recording.Status.ABSENT) {
      return at.next();
    }
    transcriptions.of(verb, kept, at);
    return new Step.Ask(url, verb.method(), null, fields(kept, key));
  }

  private void beep() throws Overruled {
    var heard = new CompletableFuture<Void>();
    here.line().play(Tones.beep(), () -> heard.complete(null));
    here.orders().await(heard);
  }

  static RecordingOrder absolute(RecordingOrder order, Step.Perform at) throws CallFault {
    var callback = order.callback();
    return new RecordingOrder(
        order.source(),
        order.channels(),
        order.track(),
        order.trim(),
        callback == null
            ? null
            : new Verb.Callback(Verbs.resolve(at.base(), callback.url()), callback.method()),
        order.events());
  }

  private Map<String, String> fields(Recording recording, String key) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("RecordingSid", recording.sid());
    fields.put("RecordingUrl", here.network().recordings().url(recording));
    fields.put("RecordingDuration", "" + recording.seconds());
    if (!key.isEmpty()) {
      fields.put("Digits", key);
    }
    return fields;
  }

  /// Finds the end, on the clock's thread.
  private static final class Ear implements PhoneLine.Tap {
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final Verb.RecordCaller verb;
    private Duration length = Duration.ZERO;
    private Duration quiet = Duration.ZERO;

    private Ear(Verb.RecordCaller verb) {
      this.verb = verb;
    }

    @Override
    public void passed(byte[] said, byte[] heard, String keys) {
      length = length.plus(Metronome.PERIOD);
      quiet = Recorder.isSilent(said) ? quiet.plus(Metronome.PERIOD) : Duration.ZERO;
      for (int i = 0; i < keys.length(); i++) {
        if (verb.finishOnKey().indexOf(keys.charAt(i)) >= 0) {
          over.complete(keys.substring(i, i + 1));
        }
      }
      var silent = !verb.timeout().isZero() && quiet.compareTo(verb.timeout()) >= 0;
      if (silent || length.compareTo(verb.maxLength()) >= 0) {
        over.complete("");
      }
    }
  }
}

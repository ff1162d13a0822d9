package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Listens to the caller, and asks what to do with what was heard.
final class GatherVerb {
  private static final String SURE = "0.93";
  private static final String UNSURE = "0.31";

  private final Here here;
  private final Prompts prompts;

  GatherVerb(Here here, Prompts prompts) {
    this.here = here;
    this.prompts = prompts;
  }

  Step run(Verb.Gather gather, Step.Perform at) throws Overruled, CallFault {
    here.answer();
    var ear = new Ear(gather, at.base());
    here.line().tap(ear);
    Gathered gathered;
    try {
      for (var prompt : gather.prompts()) {
        if (!ear.interrupted.isDone()) {
          prompts.play(prompt, at.base(), ear.interrupted);
        }
      }
      ear.promptsAreOver();
      gathered = here.orders().await(ear.over);
    } finally {
      here.line().untap(ear);
    }
    return switch (gathered) {
      case Gathered.Keys(String digits, String key)
          when !digits.isEmpty() || gather.actionOnEmptyResult() ->
          ask(gather, at, Map.of("Digits", digits, "FinishedOnKey", key, "msg", "Gather End"));
      case Gathered.Speech(String words, boolean whole) ->
          ask(gather, at, Map.of("SpeechResult", words, "Confidence", whole ? SURE : UNSURE));
      case Gathered.Keys _, Gathered.Nothing _ ->
          gather.actionOnEmptyResult()
              ? ask(gather, at, Map.of("Digits", "", "FinishedOnKey", "", "msg", "Gather End"))
              : at.next();
    };
  }

  private static Step ask(Verb.Gather gather, Step.Perform at, Map<String, String> fields)
      throws CallFault {
    var url = gather.action() == null ? at.base() : Verbs.resolve(at.base(), gather.action());
    if (url == null) {
      throw new CallFault(11100, "Gather has no action, and its document no URL");
    }
    return new Step.Ask(url, gather.method(), null, fields);
  }

  /// Hears the caller on the clock's thread.
  private final class Ear implements PhoneLine.Tap {
    private final CompletableFuture<Gathered> over = new CompletableFuture<>();
    private final CompletableFuture<Void> interrupted = new CompletableFuture<>();
    private final Listening listening;
    private final Verb.@Nullable Callback partial;
    private final @Nullable String base;
    private String told = "";
    private int sequence;

    private Ear(Verb.Gather gather, @Nullable String base) {
      listening = new Listening(gather);
      partial = gather.partial();
      this.base = base;
    }

    @Override
    public synchronized void passed(byte[] said, byte[] heard, String keys) {
      var gathered = listening.passes(said, keys);
      if (listening.bargesIn() || gathered != null) {
        interrupted.complete(null);
      }
      if (gathered != null) {
        over.complete(gathered);
      } else if (partial != null && newWord()) {
        told = listening.words();
        tell(partial, told.strip());
      }
    }

    synchronized void promptsAreOver() {
      listening.promptsAreOver();
    }

    private boolean newWord() {
      return listening.words().lastIndexOf(' ') > told.length();
    }

    private void tell(Verb.Callback callback, String words) {
      try {
        var fields = new LinkedHashMap<>(here.file().fields());
        fields.put("UnstableSpeechResult", words);
        fields.put("Stability", "0.8");
        fields.put("SequenceNumber", "" + sequence++);
        var url = Verbs.resolve(base, callback.url());
        here.file().tell(new Question("partial_result", url, callback.method(), fields));
      } catch (CallFault fault) {
        here.file().warn(fault.warning());
      }
    }
  }
}

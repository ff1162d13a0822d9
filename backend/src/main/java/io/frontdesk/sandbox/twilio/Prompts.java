package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets the caller hear what `<Say>`, `<Play>` and `<Pause>` are about.
final class Prompts {
  private final Here here;
  private final SoundFiles soundFiles;

  Prompts(Here here) {
    this.here = here;
    soundFiles = new SoundFiles(here.network().reach());
  }

  /// Is back when it has been heard, or has been cut.
  ///
  /// @param base what a relative URL is resolved against
  /// @param cut ends it early when done
  void play(Verb.Prompt prompt, @Nullable String base, CompletableFuture<?> cut)
      throws Overruled, CallFault {
    switch (prompt) {
      case Verb.Say say -> {
        here.answer();
        var speech = Speech.of(here.network().voice(), say.text(), here.line().utterance());
        sound(speech.ulaw(), say.loop(), cut);
      }
      case Verb.Play play -> {
        here.answer();
        file(play, base, cut);
      }
      case Verb.PressKeys(String keys) -> {
        here.answer();
        sound(Tones.keys(keys), 1, cut);
      }
      case Verb.Pause pause -> pause(pause, cut);
    }
  }

  private void file(Verb.Play play, @Nullable String base, CompletableFuture<?> cut)
      throws Overruled, CallFault {
    var url = Verbs.resolve(base, play.url());
    var fetched =
        CompletableFuture.supplyAsync(() -> soundFiles.fetch(url), here.network().workers());
    switch (here.orders().await(fetched)) {
      case SoundFiles.Sound sound -> sound(sound.ulaw(), play.loop(), cut);
      case SoundFiles.Unusable(var warning) -> here.file().warn(warning);
    }
  }

  /// A telephone that rings goes on ringing; one that was picked up hears silence.
  private void pause(Verb.Pause pause, CompletableFuture<?> cut) throws Overruled {
    if (here.file().call().status() == CallStatus.RINGING) {
      var over =
          new CompletableFuture<Void>()
              .completeOnTimeout(null, pause.length().toMillis(), TimeUnit.MILLISECONDS);
      here.orders().await(CompletableFuture.anyOf(over, cut));
    } else {
      sound(Tones.silence(pause.length()), 1, cut);
    }
  }

  private void sound(byte[] ulaw, int loop, CompletableFuture<?> cut) throws Overruled {
    for (var i = 0; (loop == 0 || i < loop) && !cut.isDone(); i++) {
      var heard = new CompletableFuture<Void>();
      here.line().play(ulaw, () -> heard.complete(null));
      try {
        here.orders().await(CompletableFuture.anyOf(heard, cut));
      } finally {
        here.line().hush();
      }
    }
  }
}

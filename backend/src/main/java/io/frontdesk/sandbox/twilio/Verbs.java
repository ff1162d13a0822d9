package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.audio.Speech;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Does what a document says, a verb at a time.
final class Verbs {
  /// Different from the ids that a model's speech begins with, so that neither ends the other.
  private static final int FIRST_UTTERANCE = 192;

  private final Network network;
  private final CallFile file;
  private final PhoneLine line;
  private final Orders orders;
  private final StreamVerb streams;
  private final SoundFiles soundFiles;
  private boolean streamIsBroken;
  private int utterance = FIRST_UTTERANCE;

  /// The verbs of one call.
  ///
  /// @param resumed whether a stream that was open when the call stopped is broken
  Verbs(
      Network network,
      Account account,
      CallFile file,
      PhoneLine line,
      Orders orders,
      boolean resumed) {
    this.network = network;
    this.file = file;
    this.line = line;
    this.orders = orders;
    this.streamIsBroken = resumed;
    streams = new StreamVerb(network, account, file, line, orders);
    soundFiles = new SoundFiles(network.reach());
  }

  /// Does the verb and tells what comes next; null if nothing does.
  @Nullable Step perform(Step.Perform at) throws Overruled, CallFault {
    var verbs = TwimlParser.parse(at.document()).verbs();
    var resumed = streamIsBroken;
    streamIsBroken = false;
    if (at.verb() >= verbs.size()) {
      answer();
      return null;
    }
    return switch (verbs.get(at.verb())) {
      case Verb.Say say -> say(say, at);
      case Verb.Play play -> play(play, at);
      case Verb.Pause(Duration length) -> pause(length, at);
      case Verb.Connect connect -> connect(connect, at, resumed);
      case Verb.Redirect redirect -> redirect(redirect, at);
      case Verb.Hangup _ -> hangUp();
      case Verb.Reject(boolean busy) -> reject(busy, at);
      case Verb.Failing(var warning) -> {
        file.warn(warning);
        yield at.next();
      }
    };
  }

  private Step say(Verb.Say say, Step.Perform at) throws Overruled {
    answer();
    if (!say.text().isEmpty()) {
      var speech = Speech.of(network.voice(), say.text(), utterance++);
      sound(speech.ulaw(), say.loop());
    }
    return at.next();
  }

  private Step play(Verb.Play play, Step.Perform at) throws Overruled, CallFault {
    answer();
    var url = resolve(at.base(), play.url());
    var fetched = CompletableFuture.supplyAsync(() -> soundFiles.fetch(url), network.workers());
    switch (orders.await(fetched)) {
      case SoundFiles.Sound sound -> sound(sound.ulaw(), play.loop());
      case SoundFiles.Unusable(var warning) -> file.warn(warning);
    }
    return at.next();
  }

  private void sound(byte[] ulaw, int loop) throws Overruled {
    for (var i = 0; loop == 0 || i < loop; i++) {
      var heard = new CompletableFuture<Void>();
      line.play(ulaw, () -> heard.complete(null));
      try {
        orders.await(heard);
      } finally {
        line.hush();
      }
    }
  }

  private Step pause(Duration length, Step.Perform at) throws Overruled {
    var over =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, length.toMillis(), TimeUnit.MILLISECONDS);
    orders.await(over);
    return at.next();
  }

  private Step connect(Verb.Connect connect, Step.Perform at, boolean resumed)
      throws Overruled, CallFault {
    answer();
    if (resumed) {
      file.warn(
          new Twiml.Warning(31903, "Stream - the connection broke: the stand-in was restarted"));
    } else {
      streams.run(connect.stream(), at.base());
    }
    var action = connect.action();
    return action == null
        ? at.next()
        : new Step.Ask(resolve(at.base(), action), connect.method(), null);
  }

  private Step redirect(Verb.Redirect redirect, Step.Perform at) throws CallFault {
    return new Step.Ask(resolve(at.base(), redirect.url()), redirect.method(), null);
  }

  private @Nullable Step hangUp() {
    answer();
    return null;
  }

  private @Nullable Step reject(boolean busy, Step.Perform at) throws Overruled {
    if (at.verb() == 0 && file.call().status() == CallStatus.RINGING) {
      var status = busy ? CallStatus.BUSY : CallStatus.NO_ANSWER;
      throw new Overruled(new Orders.End("receptionist", "rejected", status));
    }
    return null;
  }

  /// Picks the telephone up, if that was not done yet.
  private void answer() {
    if (file.call().status() == CallStatus.RINGING) {
      file.update(old -> old.answered(network.clock().instant()));
      line.answer();
    }
  }

  /// A URL of a document made absolute.
  ///
  /// @throws CallFault 11100 if that cannot be
  static String resolve(@Nullable String base, String url) throws CallFault {
    try {
      var absolute = base == null ? URI.create(url) : URI.create(base).resolve(url);
      if (absolute.getHost() != null) {
        return absolute.toString();
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new CallFault(11100, "Invalid URL: " + url);
  }
}

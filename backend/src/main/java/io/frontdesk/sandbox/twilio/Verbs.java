package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.Overruled;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Does what a document says, a verb at a time.
final class Verbs {
  private final Here here;
  private final Prompts prompts;
  private final GatherVerb gathers;
  private final StreamVerb streams;
  private boolean streamIsBroken;

  /// The verbs of one call.
  ///
  /// @param resumed whether a stream that was open when the call stopped is broken
  Verbs(Here here, boolean resumed) {
    this.here = here;
    this.streamIsBroken = resumed;
    prompts = new Prompts(here);
    gathers = new GatherVerb(here, prompts);
    streams = new StreamVerb(here);
  }

  /// Does the verb and tells what comes next; null if nothing does.
  @Nullable Step perform(Step.Perform at) throws Overruled, CallFault {
    var verbs = TwimlParser.parse(at.document()).verbs();
    var resumed = streamIsBroken;
    streamIsBroken = false;
    if (at.verb() >= verbs.size()) {
      here.answer();
      return null;
    }
    return switch (verbs.get(at.verb())) {
      case Verb.Prompt prompt -> prompt(prompt, at);
      case Verb.Gather gather -> gathers.run(gather, at);
      case Verb.Connect connect -> connect(connect, at, resumed);
      case Verb.Redirect redirect -> redirect(redirect, at);
      case Verb.Hangup _ -> hangUp();
      case Verb.Reject(boolean busy) -> reject(busy, at);
      case Verb.Failing(var warning) -> {
        here.file().warn(warning);
        yield at.next();
      }
    };
  }

  private Step prompt(Verb.Prompt prompt, Step.Perform at) throws Overruled, CallFault {
    prompts.play(prompt, at.base(), new CompletableFuture<Void>());
    return at.next();
  }

  private Step connect(Verb.Connect connect, Step.Perform at, boolean resumed)
      throws Overruled, CallFault {
    here.answer();
    if (resumed) {
      here.file()
          .warn(
              new Twiml.Warning(
                  31903, "Stream - the connection broke: the stand-in was restarted"));
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
    here.answer();
    return null;
  }

  private @Nullable Step reject(boolean busy, Step.Perform at) throws Overruled {
    if (at.verb() == 0 && here.file().call().status() == CallStatus.RINGING) {
      var status = busy ? CallStatus.BUSY : CallStatus.NO_ANSWER;
      throw new Overruled(new Orders.End("receptionist", "rejected", status));
    }
    return null;
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

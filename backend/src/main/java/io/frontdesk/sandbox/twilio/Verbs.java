package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Does what a document says, a verb at a time.
final class Verbs {
  private final Here here;
  private final Prompts prompts;
  private final GatherVerb gathers;
  private final DialVerb dials;
  private final RecordVerb records;
  private final EnqueueVerb enqueues;
  private final QueueDial queueDials;
  private final Place place;
  private final StreamVerb streams;
  private boolean streamIsBroken;

  /// Whose document it is.
  enum Place {
    /// A call's.
    CALL,
    /// The leg's that a call dialled, before they are joined.
    CALLED,
    /// That of those who wait in a queue.
    WAITING;

    /// Why this verb cannot be done here; null if it can.
    private @Nullable Warning refusal(Verb verb) {
      return switch (verb) {
        case Verb.Prompt _, Verb.Gather _, Verb.Redirect _, Verb.Hangup _, Verb.Failing _ -> null;
        case Verb.Leave _ -> this == WAITING ? null : refused("<Leave> is for those who wait");
        case Verb.Dial _, Verb.DialQueue _ when this == CALLED ->
            new Warning(13201, "Dial: cannot dial out from a leg that was dialled");
        case Verb other when this == CALL -> null;
        case Verb other -> refused("<%s> cannot be done here".formatted(name(other)));
      };
    }

    private static Warning refused(String why) {
      return new Warning(Reading.SCHEMA, why);
    }

    private static String name(Verb verb) {
      return verb.getClass().getSimpleName();
    }
  }

  /// The verbs of one call.
  ///
  /// @param resumed whether a stream that was open when the call stopped is broken
  Verbs(Here here, Place place, boolean resumed) {
    this.here = here;
    this.place = place;
    this.streamIsBroken = resumed;
    prompts = new Prompts(here);
    gathers = new GatherVerb(here, prompts);
    dials = new DialVerb(here);
    records = new RecordVerb(here);
    enqueues = new EnqueueVerb(here);
    queueDials = new QueueDial(here);
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
    var verb = verbs.get(at.verb());
    var refusal = place.refusal(verb);
    if (refusal != null) {
      here.file().warn(refusal);
      return at.next();
    }
    return switch (verb) {
      case Verb.Prompt prompt -> prompt(prompt, at);
      case Verb.Gather gather -> gathers.run(gather, at);
      case Verb.Dial dial -> dials.run(dial, at);
      case Verb.DialQueue dial -> queueDials.run(dial, at);
      case Verb.Enqueue enqueue -> enqueues.run(enqueue, at);
      case Verb.Leave _ -> throw new Overruled(new Orders.Left());
      case Verb.RecordCaller record -> records.run(record, at);
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
          .warn(new Warning(31903, "Stream - the connection broke: the stand-in was restarted"));
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

  private Step hangUp() throws Overruled {
    here.answer();
    throw new Overruled(new Orders.End("receptionist", "the document hung up"));
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

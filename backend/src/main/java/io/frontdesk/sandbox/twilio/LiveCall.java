package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Caller;
import io.frontdesk.sandbox.caller.Scenario;
import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Go;
import io.frontdesk.sandbox.twilio.Orders.Order;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call from the first ring to the status callback. Runs on a virtual thread of its own: fetches
/// documents and follows them, step by step, until one ends, somebody hangs up or nothing helps.
final class LiveCall implements Runnable, PhoneLine.Events {
  private static final int MOST_DOCUMENTS = 1000;
  private static final Set<String> TWIML_TYPES = Set.of("text/xml", "application/xml", "text/html");

  private static final Logger log = LoggerFactory.getLogger(LiveCall.class);
  private static final String APOLOGY =
      "<Response><Say>We are sorry, an application error has occurred. Goodbye.</Say></Response>";

  private final Network network;
  private final Account account;
  private final Caller caller;
  private final CallFile file;
  private final PhoneLine line;
  private final Orders orders = new Orders();
  private final Verbs verbs;
  private final Runnable gone;
  private int documents;
  private @Nullable Warning fatal;

  /// A call that begins or is taken up again.
  ///
  /// @param resumed whether a media stream that was open is broken
  /// @param gone run when the call is over or unplugged
  LiveCall(
      Network network,
      Account account,
      CallRecord call,
      Scenario scenario,
      boolean resumed,
      Runnable gone) {
    this.network = network;
    this.account = account;
    this.gone = gone;
    caller = new Caller(scenario, call.progress(), network.voice(), network.workers());
    file = new CallFile(network, account, call, caller);
    line = new PhoneLine(caller, call.status() != CallStatus.RINGING, this);
    verbs = new Verbs(new Here(network, account, file, line, orders), resumed);
  }

  @Override
  public void run() {
    network.metronome().add(line);
    try {
      var last = follow(file.call().step());
      network.metronome().remove(line);
      caller.lineDropped();
      if (last instanceof End end) {
        new Farewell(network).close(account, file, end);
      } else {
        file.remember();
      }
    } catch (RuntimeException e) {
      log.error("call {} is lost", file.call().sid(), e);
    } finally {
      network.metronome().remove(line);
      gone.run();
    }
  }

  /// Takes one step after the other; tells why there is none left.
  private Order follow(@Nullable Step first) {
    var step = first;
    while (step != null) {
      file.at(step);
      try {
        step =
            switch (step) {
              case Step.Ask ask -> ask(ask);
              case Step.Perform perform -> verbs.perform(perform);
            };
      } catch (Overruled overruled) {
        if (!(overruled.order() instanceof Go(Step elsewhere))) {
          return overruled.order();
        }
        step = elsewhere;
      } catch (CallFault fault) {
        step = after(fault.warning(), step);
      }
    }
    return fatal == null
        ? new End("receptionist", "the document was done")
        : new End("error", fatal.message());
  }

  private Step ask(Step.Ask ask) throws Overruled, CallFault {
    var fields = file.fields();
    fields.putAll(ask.told());
    var failed = ask.failed();
    if (failed != null) {
      fields.put("ErrorCode", "" + failed.code());
      fields.put("ErrorUrl", failed.url());
    }
    var kind = failed == null ? "voice" : "fallback";
    var run = orders.await(file.ask(new Question(kind, ask.url(), ask.method(), fields)));
    return switch (run.outcome()) {
      case WebhookRun.Failed(int code, String message) -> throw new CallFault(code, message);
      case WebhookRun.Answered answer -> document(answer, run.url());
    };
  }

  private Step document(WebhookRun.Answered answer, String url) throws CallFault {
    file.log().document(url, answer.body());
    if (!TWIML_TYPES.contains(answer.contentType())) {
      throw new CallFault(12300, "Invalid Content-Type: '%s'".formatted(answer.contentType()));
    }
    if (++documents > MOST_DOCUMENTS) {
      throw new CallFault(11200, "the call goes round in circles");
    }
    TwimlParser.parse(answer.body()).warnings().forEach(file::warn);
    return new Step.Perform(answer.body(), url, 0);
  }

  /// What is done when a step has failed: the fallback URL is asked, once; if that fails too, the
  /// caller hears that there was an error.
  private Step after(Warning why, Step failed) {
    file.warn(why);
    var url = failed instanceof Step.Ask ask ? ask.url() : ((Step.Perform) failed).base();
    var mayFallBack = !(failed instanceof Step.Ask ask && ask.failed() != null);
    var fallback =
        network.numbers().bySid(file.call().numberSid()).map(IncomingNumber::voiceFallback);
    if (mayFallBack && documents <= MOST_DOCUMENTS && fallback.isPresent()) {
      var fallbackUrl = fallback.get().url();
      if (fallbackUrl != null) {
        var failure = new Step.Failure(why.code(), url == null ? "" : url);
        return new Step.Ask(fallbackUrl, fallback.get().method(), failure);
      }
    }
    fatal = why;
    return new Step.Perform(APOLOGY, null, 0);
  }

  /// Gives the call an order, from any thread.
  void give(Order order) {
    orders.give(order);
  }

  @Override
  public void spoke() {
    network.workers().execute(file::remember);
  }

  @Override
  public void hungUp(String why) {
    orders.give(new End("caller", why));
  }

  @Override
  public void failed(String why) {
    orders.give(new End("error", why, CallStatus.FAILED));
  }

  /// What was seen of the call so far.
  JsonNode report() {
    return file.report();
  }
}

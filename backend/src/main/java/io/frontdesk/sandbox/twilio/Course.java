package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Orders.Go;
import io.frontdesk.sandbox.twilio.Orders.Joined;
import io.frontdesk.sandbox.twilio.Orders.Order;
import io.frontdesk.sandbox.twilio.Orders.Overruled;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way that a call takes through documents: fetches them and follows them, step by step, until
/// one ends, somebody hangs up or nothing helps. On the call's own thread.
final class Course {
  /// The last document was done.
  static final End DONE = new End("receptionist", "the document was done");

  private static final int MOST_DOCUMENTS = 1000;
  private static final Set<String> TWIML_TYPES = Set.of("text/xml", "application/xml", "text/html");
  private static final String APOLOGY =
      "<Response><Say>We are sorry, an application error has occurred. Goodbye.</Say></Response>";

  private final Here here;
  private final Verbs verbs;
  private final boolean own;
  private int documents;
  private @Nullable Warning fatal;

  /// The course of a call.
  Course(Here here, Verbs verbs) {
    this(here, verbs, true);
  }

  /// @param own whether it is the call's own; if not, the call is somewhere else meanwhile, and an
  ///     order to go elsewhere ends it
  Course(Here here, Verbs verbs, boolean own) {
    this.here = here;
    this.verbs = verbs;
    this.own = own;
  }

  /// Takes one step after the other; tells why there is none left.
  Order follow(@Nullable Step first) {
    var step = first;
    while (step != null) {
      if (own) {
        here.file().at(step);
      }
      try {
        step =
            switch (step) {
              case Step.Ask ask -> ask(ask);
              case Step.Perform perform -> verbs.perform(perform);
            };
      } catch (Overruled overruled) {
        switch (overruled.order()) {
          case Go(Step elsewhere) when own -> step = elsewhere;
          case Joined _ when own -> {
            // Too late: the caller does not wait any more.
          }
          case Order order -> {
            return order;
          }
        }
      } catch (CallFault fault) {
        step = after(fault.warning(), step);
      }
    }
    return fatal == null ? DONE : new End("error", fatal.message());
  }

  private Step ask(Step.Ask ask) throws Overruled, CallFault {
    var fields = here.file().fields();
    fields.putAll(ask.told());
    var failed = ask.failed();
    if (failed != null) {
      fields.put("ErrorCode", "" + failed.code());
      fields.put("ErrorUrl", failed.url());
    }
    var kind = failed == null ? "voice" : "fallback";
    var question = new Question(kind, ask.url(), ask.method(), fields);
    var run = here.orders().await(here.file().ask(question));
    return switch (run.outcome()) {
      case WebhookRun.Failed(int code, String message) -> throw new CallFault(code, message);
      case WebhookRun.Answered answer -> document(answer, run.url());
    };
  }

  private Step document(WebhookRun.Answered answer, String url) throws CallFault {
    here.file().log().document(url, answer.body());
    if (!TWIML_TYPES.contains(answer.contentType())) {
      throw new CallFault(12300, "Invalid Content-Type: '%s'".formatted(answer.contentType()));
    }
    if (++documents > MOST_DOCUMENTS) {
      throw new CallFault(11200, "the call goes round in circles");
    }
    TwimlParser.parse(answer.body()).warnings().forEach(here.file()::warn);
    return new Step.Perform(answer.body(), url, 0);
  }

  /// What is done when a step has failed: the fallback URL is asked, once; if that fails too, or
  /// there is none, whoever is on the line hears that there was an error.
  private Step after(Warning why, Step failed) {
    here.file().warn(why);
    var url = failed instanceof Step.Ask ask ? ask.url() : ((Step.Perform) failed).base();
    var mayFallBack = !(failed instanceof Step.Ask ask && ask.failed() != null);
    var fallback = fallback();
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

  private Optional<IncomingNumber.Hook> fallback() {
    var placed = here.file().call().placed();
    if (placed != null) {
      return Optional.of(placed.fallback());
    }
    return Optional.ofNullable(here.file().call().numberSid())
        .flatMap(here.network().numbers()::bySid)
        .map(IncomingNumber::voiceFallback);
  }
}

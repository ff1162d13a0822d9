package io.frontdesk.sandbox.twilio;

import io.frontdesk.sandbox.twilio.Orders.End;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.Optional;

/// The end of a call: its last status, and the callback that tells it.
final class Farewell {
  private final Network network;

  Farewell(Network network) {
    this.network = network;
  }

  /// Closes the file of a call that is over and tells how it ended; blocks until that is done.
  void close(Account account, CallFile file, End end) {
    var status = file.call().answeredAt() == null ? end.status() : CallStatus.COMPLETED;
    // Of a call that nobody has dialled nothing is told.
    var due = file.call().status() != CallStatus.QUEUED && callback(file.call()).isPresent();
    file.log().ended(end.by(), end.reason());
    file.remember();
    file.update(old -> old.ended(status, network.clock().instant(), due));
    file.keepReport();
    tell(account, file.call(), file.log());
    file.keepReport();
  }

  /// Sends the callback of a call that is over, unless that was done before; blocks.
  void tell(Account account, CallRecord call, CallLog log) {
    var question = callback(call);
    if (!call.callbackDue() || question.isEmpty()) {
      return;
    }
    var run = network.webhooks().ask(question.get(), account.authToken());
    log.webhook(run);
    if (!network.webhooks().isClosed()) {
      network.storage().calls.put(call.calledBack());
    }
  }

  private Optional<Question> callback(CallRecord call) {
    return hook(call)
        .flatMap(
            hook ->
                Optional.ofNullable(hook.url())
                    .map(
                        url ->
                            new Question(
                                "status_callback",
                                url,
                                hook.method(),
                                CallFields.ended(call, network.clock().instant()))));
  }

  private Optional<IncomingNumber.Hook> hook(CallRecord call) {
    var placed = call.placed();
    if (placed != null) {
      return Optional.of(placed.statusCallback()).filter(_ -> placed.tells("completed"));
    }
    return Optional.ofNullable(call.numberSid())
        .flatMap(network.numbers()::bySid)
        .map(IncomingNumber::statusCallback);
  }
}

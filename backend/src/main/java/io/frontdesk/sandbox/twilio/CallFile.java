package io.frontdesk.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.sandbox.caller.Caller;
import io.frontdesk.sandbox.twilio.Twiml.Warning;
import io.frontdesk.sandbox.twilio.Webhooks.Question;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/// What is kept of one call while it lasts: its record, stored at every change, and its log. Safe
/// for many threads.
final class CallFile {
  private final Network network;
  private final Account account;
  private final Caller caller;
  private final CallLog log;
  private CallRecord call;

  CallFile(Network network, Account account, CallRecord call, Caller caller) {
    this.network = network;
    this.account = account;
    this.call = call;
    this.caller = caller;
    log = new CallLog(network.clock(), call.createdAt());
  }

  synchronized CallRecord call() {
    return call;
  }

  synchronized void update(UnaryOperator<CallRecord> change) {
    call = network.storage().calls.put(change.apply(call));
  }

  /// Stores what comes next and what the caller remembers by now.
  void at(Step step) {
    update(old -> old.at(step, caller.progress()));
  }

  /// Stores what the caller remembers by now, unless the call is over.
  synchronized void remember() {
    if (!call.status().isOver()) {
      update(old -> old.at(old.step(), caller.progress()));
    }
  }

  CallLog log() {
    return log;
  }

  void warn(Warning warning) {
    log.warn(warning);
  }

  /// The fields that every webhook about the call carries now.
  Map<String, String> fields() {
    return CallFields.of(call(), network.clock().instant());
  }

  /// Asks a webhook in the background and notes how it went.
  CompletableFuture<WebhookRun> ask(Question question) {
    return CompletableFuture.supplyAsync(
        () -> {
          var run = network.webhooks().ask(question, account.authToken());
          log.webhook(run);
          return run;
        },
        network.workers());
  }

  /// Sends a callback in the background; what it answers does not matter.
  void tell(Question question) {
    network
        .workers()
        .execute(() -> log.webhook(network.webhooks().ask(question, account.authToken())));
  }

  /// What was seen of the call so far.
  JsonNode report() {
    return log.json(call(), caller.turns());
  }

  /// Stores the report; called when the call is over.
  void keepReport() {
    network.storage().reports.put(report());
  }
}

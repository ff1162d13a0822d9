package io.frontdesk.voice.scripted;

import io.frontdesk.call.CallLog;
import io.frontdesk.call.Speaker;
import io.frontdesk.call.Turn;
import io.frontdesk.call.Urgency;
import io.frontdesk.conversation.alarm.Alarm;
import io.frontdesk.conversation.transfer.CallBacks;
import io.frontdesk.conversation.transfer.Choice;
import io.frontdesk.conversation.transfer.Transfer;
import io.frontdesk.conversation.transfer.TransferDesk;
import io.frontdesk.conversation.transfer.TransferEvent;
import io.frontdesk.voice.CallInHand;
import io.frontdesk.voice.exchange.Heard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Looks out for words of the caller's from which something follows at once. Works in the running
/// transaction.
@Singleton
class Alarms {
  private final CallLog log;
  private final TransferDesk transfers;
  private final CallBacks callBacks;

  Alarms(CallLog log, TransferDesk transfers, CallBacks callBacks) {
    this.log = log;
    this.transfers = transfers;
    this.callBacks = callBacks;
  }

  /// What follows from what was heard last, which is in the transcript.
  Optional<Alarm> raisedBy(CallInHand hand, Heard heard) {
    if (!(heard instanceof Heard.Words(String words))) {
      return Optional.empty();
    }
    List<String> said =
        log.transcript(hand.tenant(), hand.call().id()).stream()
            .filter(turn -> turn.speaker() == Speaker.CALLER)
            .map(Turn::text)
            .toList();
    return hand.watch().hears(said.subList(0, Math.max(0, said.size() - 1)), words);
  }

  /// Has somebody call back whom nobody is rung for, where that is owed.
  void promises(CallInHand hand, Alarm alarm) {
    if (alarm.owesCallBack()) {
      callBacks.promise(
          hand.tenant(),
          hand.call().id(),
          "Was upset on the telephone, and nobody was there to be rung.",
          Urgency.HIGH);
    }
  }

  /// Has somebody rung for the caller, if there is somebody.
  boolean connects(CallInHand hand, Alarm.Connection with) {
    var wish = new Transfer.Wish(with.to(), with.reason(), null, with.urgency());
    Choice choice = transfers.choose(hand.tenant(), hand.call().id(), wish);
    if (!(choice instanceof Choice.Chosen)) {
      return false;
    }
    transfers.happenedOn(hand.tenant(), hand.call().id(), new TransferEvent.Announced());
    return true;
  }
}
